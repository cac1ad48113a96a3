package com.fusioncommerce.api.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.streams.CommerceGroups;
import com.fusioncommerce.streams.CommerceStores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoundOperationsTest {
    private static final Scope GAMES = new Scope("games:play");
    private static final Wiring NOTHING = new Wiring(null, null, null, null);

    @Test
    void every_domain_that_takes_commands_is_found_with_its_outcomes_and_scopes() {
        Map<String, List<Scope>> scopes = new HashMap<>();
        FoundOperations.found().forEach(found -> scopes.put(found.domain(), found.scopes()));

        for (Topic topic : Topics.all()) {
            if (topic.kind() == Topic.Kind.COMMAND) {
                assertThat(CommerceGroups.domains()).contains(topic.domain());
                assertThat(CommerceStores.outcomes(topic.domain())).isPresent();
                assertThat(scopes.get(topic.domain())).as(topic.domain()).isNotEmpty();
            }
        }
        assertThat(CommerceStores.outcomes("payments")).isEmpty();
    }

    @Test
    void scopes_are_those_of_the_domains_by_name_then_those_of_the_platform() {
        assertThat(FoundOperations.scopes())
                .doesNotHaveDuplicates()
                .containsSubsequence("catalog:read", "stock:read", "orders:read")
                .endsWith("events:read", "dashboards:read", "platform:operate");
    }

    @Test
    void a_scope_that_no_one_would_ask_for_is_refused() {
        assertThat(FoundOperations.byDomain(List.of(new Games("games", List.of(GAMES))), NOTHING))
                .containsOnlyKeys("games");

        assertThatIllegalStateException()
                .isThrownBy(() -> FoundOperations.byDomain(List.of(new Games("games", List.of())), NOTHING))
                .withMessageContaining("playGame needs a scope that the domain games does not name");
    }

    @Test
    void two_parts_of_one_domain_are_refused() {
        Games games = new Games("games", List.of(GAMES));

        assertThatIllegalStateException()
                .isThrownBy(() -> FoundOperations.byDomain(List.of(games, games), NOTHING))
                .withMessageContaining("games");
    }

    @Test
    void a_part_of_the_document_is_described_once() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        OpenApiWriter.document(Map.of(), List.of(play("one", "Games."), play("two", "All games."))))
                .withMessageContaining("games");
    }

    @Test
    void a_scope_is_two_words() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope("orders"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Scope("orders:read stock:read"));
        assertThat(new Scope("gift-cards:read").claim()).isEqualTo("gift-cards:read");
    }

    private static Operation play(String path, String about) {
        return Operation.get("playGame", "/" + path)
                .titled(new Tag("games", about), "Play")
                .needs(GAMES)
                .forEveryone()
                .answers(Answer.json(200, "Played.", Schema.of("object")))
                .does((backend, in) -> Reply.ok(Map.of()).now());
    }

    private record Games(String domain, List<Scope> scopes) implements DomainOperations {
        @Override
        public List<Operation> all(Wiring wiring) {
            return List.of(play("games", "Games."));
        }
    }
}
