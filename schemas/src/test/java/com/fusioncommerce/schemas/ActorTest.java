package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ActorTest {
    @Test
    void an_actor_is_read_as_it_was_written() {
        Actor actor = new Actor("tony \"é\"", List.of("staff", "support"), "ada", "admin");

        assertThat(actor.header())
                .isEqualTo("{\"subject\":\"tony \\\"é\\\"\",\"roles\":[\"staff\",\"support\"],"
                        + "\"onBehalfOf\":\"ada\",\"client\":\"admin\"}");
        assertThat(Actor.parse(actor.header())).isEqualTo(actor);
        assertThat(new Actor("ada", List.of(), null, null).header()).isEqualTo("{\"subject\":\"ada\"}");
    }

    @Test
    void the_platform_needs_no_header() {
        assertThat(Actor.PLATFORM.header()).isNull();
        assertThat(Actor.parse(null)).isEqualTo(Actor.PLATFORM);
    }

    @Test
    void what_a_later_version_adds_is_passed_over() {
        assertThat(Actor.parse("{\"subject\":\"ada\",\"session\":\"s1\"}"))
                .isEqualTo(new Actor("ada", null, null, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "{}", "null", "[]", "{\"subject\":{}}"})
    void what_is_no_actor_is_refused(String header) {
        assertThatThrownBy(() -> Actor.parse(header)).isInstanceOf(IllegalArgumentException.class);
    }
}
