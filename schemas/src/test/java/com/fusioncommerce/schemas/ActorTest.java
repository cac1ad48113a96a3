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
        Actor actor = new Actor("tony \"é\"", List.of("staff", "support"), "ada", "admin", "c1");

        assertThat(actor.header())
                .isEqualTo("{\"subject\":\"tony \\\"é\\\"\",\"roles\":[\"staff\",\"support\"],"
                        + "\"onBehalfOf\":\"ada\",\"client\":\"admin\",\"customer\":\"c1\"}");
        assertThat(Actor.parse(actor.header())).isEqualTo(actor);
        assertThat(new Actor("ada", List.of(), null, null, null).header()).isEqualTo("{\"subject\":\"ada\"}");
    }

    @Test
    void the_platform_needs_no_header() {
        assertThat(Actor.PLATFORM.header()).isNull();
        assertThat(Actor.parse(null)).isEqualTo(Actor.PLATFORM);
    }

    @Test
    void an_actor_is_the_same_before_and_after_its_header_whatever_is_blank() {
        for (String blank : new String[] {null, "", " "}) {
            for (String subject : List.of("platform", "ada")) {
                for (Actor actor : List.of(
                        new Actor(subject, List.of(), blank, "web", null),
                        new Actor(subject, List.of(), "ada", blank, null),
                        new Actor(subject, List.of(""), blank, blank, null),
                        new Actor(subject, List.of(), blank, blank, "c1"))) {
                    assertThat(Actor.parse(actor.header())).isEqualTo(actor).isNotEqualTo(Actor.PLATFORM);
                }
            }
            assertThat(new Actor("platform", List.of(), blank, blank, null)).isEqualTo(Actor.PLATFORM);
        }
        for (String blank : List.of("", " ")) {
            assertThatThrownBy(() -> new Actor("ada", List.of("staff"), null, null, blank))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"subject\":\"platform\"}",
                "{\"subject\":\"platform\",\"client\":\"\"}",
                "{\"subject\":\"platform\",\"roles\":[],\"onBehalfOf\":\" \",\"x\":1}"
            })
    void no_header_says_that_it_is_the_platform(String header) {
        assertThatThrownBy(() -> Actor.parse(header)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_a_later_version_adds_is_passed_over() {
        assertThat(Actor.parse("{\"subject\":\"ada\",\"session\":\"s1\"}"))
                .isEqualTo(new Actor("ada", null, null, null, null));
    }

    @Test
    void staff_services_and_the_platform_reach_what_is_the_tenants() {
        for (Actor actor : List.of(Actor.staff("ada"), Actor.service("importer"), Actor.PLATFORM)) {
            assertThat(actor.keptTo()).isEmpty();
            assertThat(actor.reaches("c1")).isTrue();
            assertThat(actor.reaches("guest")).isTrue();
        }
    }

    @Test
    void everybody_else_is_a_shopper_who_reaches_what_is_the_shoppers_own() {
        for (Actor actor : List.of(
                Actor.shopper("c1"),
                new Actor("c1", List.of(), null, null, null),
                new Actor("c1", List.of("vip", "Staff", "admin"), null, null, null),
                new Actor("sub|17", List.of(), null, null, "c1"),
                new Actor("chat", List.of(), "c1", null, null))) {
            assertThat(actor.keptTo()).contains("c1");
            assertThat(actor.reaches("c1")).isTrue();
            assertThat(actor.reaches("C1")).isFalse();
            assertThat(actor.reaches(actor.subject())).isEqualTo(actor.subject().equals("c1"));
        }
    }

    @Test
    void who_is_staff_is_kept_to_a_customer_that_the_token_names() {
        Actor actor = new Actor("ada", List.of("staff"), null, null, "c1");

        assertThat(actor.keptTo()).contains("c1");
        assertThat(actor.reaches("c2")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"guest", "Guests", "anonymous", "guest:7", "sub|17"})
    void what_is_guests_belongs_to_no_shopper_nor_does_what_no_customer_can_have(String id) {
        assertThat(Actor.shopper(id).reaches(id)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "{}", "null", "[]", "{\"subject\":{}}"})
    void what_is_no_actor_is_refused(String header) {
        assertThatThrownBy(() -> Actor.parse(header)).isInstanceOf(IllegalArgumentException.class);
    }
}
