package com.fusioncommerce.schemas.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.schemas.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventCatalogueTest {
    private static final Path DOCS = Path.of("..", "docs");

    @Test
    void the_committed_page_is_what_the_catalogue_says() throws IOException {
        assertCommitted("events.md", EventCatalogue.page());
    }

    @Test
    void the_committed_asyncapi_document_is_what_the_catalogue_says() throws IOException {
        assertCommitted("asyncapi.json", EventCatalogue.asyncApi());
    }

    @Test
    void the_page_names_every_topic_message_and_header() {
        String page = EventCatalogue.page();
        for (Topic topic : Topics.all()) {
            assertThat(page).contains("\n## " + topic.name() + "\n");
            topic.values().forEach(type -> assertThat(page)
                    .contains("\n### " + type.getSimpleName() + "\n")
                    .contains("`" + Messages.nameOf(type) + "`"));
        }
        assertThat(page).contains("`ce_id`", "`traceparent`", "`deadletter_reason`");
    }

    @Test
    void every_reference_in_the_asyncapi_document_leads_somewhere() throws IOException {
        JsonNode document = new ObjectMapper().readTree(EventCatalogue.asyncApi());

        assertThat(document.path("channels").size()).isEqualTo(Topics.all().size());
        assertThat(document.findValuesAsText("$ref")).isNotEmpty().allSatisfy(reference -> assertThat(
                        document.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void the_program_writes_both_files(@TempDir Path directory) throws IOException {
        EventCatalogue.main(new String[] {directory.toString()});

        assertThat(directory.resolve("events.md")).hasContent(EventCatalogue.page());
        assertThat(directory.resolve("asyncapi.json")).hasContent(EventCatalogue.asyncApi());
    }

    @Test
    void the_program_asks_for_a_directory() {
        assertThatThrownBy(() -> EventCatalogue.main(new String[0])).hasMessageContaining("usage");
    }

    private static void assertCommitted(String file, String generated) throws IOException {
        Path path = DOCS.resolve(file);
        assertThat(Files.exists(path) ? Files.readString(path, UTF_8) : "")
                .as("%s is out of date: run mvn -q -f schemas/pom.xml compile exec:java@docs", path)
                .isEqualTo(generated);
    }
}
