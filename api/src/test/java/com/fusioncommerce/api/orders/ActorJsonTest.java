package com.fusioncommerce.api.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.api.web.Principal;
import com.fusioncommerce.schemas.Actor;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActorJsonTest {
    private final Actor helper = new Actor("sue", List.of("staff"), "anna", "desk", "anna");
    private final ActorJson whole = new ActorJson("sue", List.of("staff"), "anna", "desk", "anna");

    @Test
    void staff_and_who_did_it_see_all_of_an_actor_and_another_shopper_its_roles() {
        assertThat(seen(helper, Actor.staff("bob"))).isEqualTo(whole);
        assertThat(seen(helper, new Actor("sue", List.of(), null, null, "anna")))
                .isEqualTo(whole);
        assertThat(seen(helper, Actor.shopper("anna")))
                .isEqualTo(new ActorJson(null, List.of("staff"), null, null, null));
    }

    @Test
    void the_platform_is_named_to_everybody_and_who_only_has_its_name_is_not() {
        Actor namesake = new Actor("platform", List.of("service"), null, null, null);

        assertThat(seen(Actor.PLATFORM, Actor.shopper("anna")).subject()).isEqualTo("platform");
        assertThat(seen(namesake, Actor.shopper("anna")).subject()).isNull();
    }

    private static ActorJson seen(Actor actor, Actor reader) {
        return ActorJson.of(actor, Principal.of("acme", reader.subject(), reader, Set.of(), 1));
    }
}
