package com.fusioncommerce.api.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.streams.CommerceGroups;
import com.fusioncommerce.streams.CommerceStores;
import org.junit.jupiter.api.Test;

class ScopeTest {
    @Test
    void every_domain_that_takes_commands_has_outcomes_and_scopes_to_see_them() {
        for (Topic topic : Topics.all()) {
            if (topic.kind() == Topic.Kind.COMMAND) {
                assertThat(CommerceGroups.domains()).contains(topic.domain());
                assertThat(CommerceStores.outcomes(topic.domain())).isPresent();
                assertThat(Scope.forOutcomesOf(topic.domain()))
                        .as(topic.domain())
                        .hasSize(2);
            }
        }
    }

    @Test
    void an_unknown_domain_has_no_outcomes_and_no_scope() {
        assertThat(CommerceStores.outcomes("payments")).isEmpty();
        assertThat(Scope.forOutcomesOf("payments")).isEmpty();
    }
}
