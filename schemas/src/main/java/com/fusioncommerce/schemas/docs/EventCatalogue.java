package com.fusioncommerce.schemas.docs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Generates the documents of the contracts: a page of all topics and records, and an AsyncAPI document. */
public final class EventCatalogue {
    /** File name of the page. */
    public static final String PAGE = "events.md";

    /** File name of the AsyncAPI document. */
    public static final String ASYNC_API = "asyncapi.json";

    private EventCatalogue() {}

    /**
     * Writes both files.
     *
     * @param arguments the directory of the files
     * @throws IOException if a file cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("usage: EventCatalogue <directory>");
        }
        Path directory = Path.of(arguments[0]);
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(PAGE), page(), UTF_8);
        Files.writeString(directory.resolve(ASYNC_API), asyncApi(), UTF_8);
    }

    /** The page, in Markdown. */
    public static String page() {
        return new EventsPage().render();
    }

    /** The AsyncAPI 3.0 document, in JSON. */
    public static String asyncApi() {
        return new AsyncApiDocument().render();
    }
}
