package com.fusioncommerce.api;

import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Route;
import com.fusioncommerce.schemas.resources.ClasspathFile;
import java.util.List;

/** The document that describes the API, for people and for generators of clients. */
final class OpenApiDocument {
    private final byte[] json = ClasspathFile.bytes(OpenApiDocument.class, "/openapi.json");

    List<Route> routes() {
        return List.of(Route.get("/openapi.json", Access.open(), call -> Reply.bytes(200, Reply.JSON, json)
                .with("Cache-Control", "public, max-age=300")
                .now()));
    }
}
