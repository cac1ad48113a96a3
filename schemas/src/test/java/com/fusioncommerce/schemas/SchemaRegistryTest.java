package com.fusioncommerce.schemas;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.schemas.catalog.ChangePrice;
import com.fusioncommerce.schemas.testing.FreePorts;
import com.fusioncommerce.schemas.testing.RegistryStandIn;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaRegistryTest {
    private static final ChangePrice CHANGE = new ChangePrice("85123A", 25_500L, "GBP");

    private RegistryStandIn server;
    private SchemaRegistry registry;

    @BeforeEach
    void start() throws IOException {
        server = new RegistryStandIn();
        registry = SchemaRegistry.connect(RegistryConfig.of(server.url()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void registers_every_record_of_the_catalogue_under_its_subject_with_its_promise() {
        int count = registry.register();

        int records =
                Topics.all().stream().mapToInt(topic -> topic.values().size()).sum()
                        + Messages.stored().size();
        assertThat(count).isEqualTo(records);
        assertThat(server.levels())
                .hasSize(records)
                .containsEntry("catalog.commands-com.fusioncommerce.schemas.catalog.ChangePrice", "BACKWARD_TRANSITIVE")
                .containsEntry("orders.events-com.fusioncommerce.schemas.orders.OrderCreated", "FULL_TRANSITIVE")
                .containsEntry("state-com.fusioncommerce.schemas.orders.Order", "FULL_TRANSITIVE");
    }

    @Test
    void a_schema_that_the_registry_finds_incompatible_is_not_registered() {
        server.complain("reader field missing: sku");

        assertThatThrownBy(registry::register)
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining(Topics.all().get(0).name() + "-com.fusioncommerce.schemas.")
                .hasMessageContaining("reader field missing: sku");
    }

    @Test
    void a_registry_that_refuses_without_reasons_is_understood_too() {
        server.refuseWithoutReasons("RuleViolationException: lines at /fields/2");

        assertThatThrownBy(registry::register)
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("lines at /fields/2");
    }

    @Test
    void what_one_process_registered_another_reads() {
        registry.register();
        AvroCodec writer = new AvroCodec(registry);
        AvroCodec reader = new AvroCodec(SchemaRegistry.connect(RegistryConfig.of(server.url())));

        byte[] bytes = writer.encode(Topics.commands("catalog").name(), CHANGE);

        assertThat(reader.decode(bytes)).isEqualTo(CHANGE);
    }

    @Test
    void serialising_never_registers() {
        AvroCodec codec = new AvroCodec(registry);

        assertThatThrownBy(() -> codec.encode(Topics.commands("catalog").name(), CHANGE))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessageContaining("catalog.commands-com.fusioncommerce.schemas.catalog.ChangePrice")
                .hasMessageContaining("fusion up");
    }

    @Test
    void a_registry_in_trouble_makes_no_good_record_a_poisoned_one() throws IOException {
        HttpServer broken = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        broken.createContext("/", exchange -> {
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        broken.start();
        try {
            String url = "http://127.0.0.1:" + broken.getAddress().getPort();
            AvroCodec codec = new AvroCodec(SchemaRegistry.connect(RegistryConfig.of(url)));

            assertThatThrownBy(() -> codec.decode(new byte[] {0, 0, 0, 0, 7, 1}))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("schema 7");
        } finally {
            broken.stop(0);
        }
    }

    @Test
    void credentials_are_sent_as_basic_authentication() {
        SchemaRegistry authenticated = SchemaRegistry.connect(RegistryConfig.fromEnvironment(
                Map.of("FUSION_REGISTRY_URL", server.url(), "FUSION_REGISTRY_USER_INFO", "reader:secret")));

        authenticated.register();

        assertThat(server.lastAuthorization())
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString("reader:secret".getBytes(UTF_8)));
    }

    @Test
    void when_one_url_does_not_answer_the_next_is_asked() {
        String dead = "http://127.0.0.1:" + FreePorts.take();
        SchemaRegistry either = SchemaRegistry.connect(new RegistryConfig(List.of(dead, server.url()), Map.of()));

        assertThat(either.register()).isPositive();
    }

    @Test
    void a_registry_that_does_not_answer_is_an_io_error_and_no_refusal() {
        SchemaRegistry dead = SchemaRegistry.connect(RegistryConfig.of("http://127.0.0.1:" + FreePorts.take()));

        assertThatThrownBy(dead::register)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("did not answer");
    }
}
