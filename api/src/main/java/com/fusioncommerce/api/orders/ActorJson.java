package com.fusioncommerce.api.orders;

import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Principal;
import com.fusioncommerce.schemas.Actor;
import java.util.List;

/** JSON representation of an actor in an order's history. Shoppers see only the roles of other people. */
record ActorJson(String subject, List<String> roles, String onBehalfOf, String client, String customer) {
    static final Schema SCHEMA = Schema.object()
            .optional(
                    "subject",
                    Schema.text()
                            .described("The token's subject, or who acts for it; platform where nobody asked. Left out,"
                                    + " with all but the roles, where a shopper asks and it was somebody else."))
            .optional("roles", Schema.listOf(Schema.text()))
            .optional("onBehalfOf", Schema.text())
            .optional("client", Schema.text())
            .optional("customer", Schema.text().described("The customer to whom the token was kept by its claim."))
            .named("Actor");

    static ActorJson of(Actor actor, Principal reader) {
        List<String> roles = actor.roles().isEmpty() ? null : actor.roles();
        boolean whole = reader.keptTo() == null
                || actor.equals(Actor.PLATFORM)
                || actor.subject().equals(reader.who().subject());
        return whole
                ? new ActorJson(actor.subject(), roles, actor.onBehalfOf(), actor.client(), actor.customer())
                : new ActorJson(null, roles, null, null, null);
    }
}
