package com.fusioncommerce.api.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    private final TestClock clock = new TestClock();

    @Test
    void development_keys_are_made_once_and_only_their_owner_reads_the_private_one(@TempDir Path directory)
            throws IOException {
        DevKeys made = DevKeys.at(directory.resolve("keys"));
        DevKeys again = DevKeys.at(directory.resolve("keys"));

        assertThat(again.publicJwks()).isEqualTo(made.publicJwks()).doesNotContain("\"d\":");
        Path file = directory.resolve("keys").resolve(DevKeys.PRIVATE_FILE);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(directory.resolve("keys").resolve(DevKeys.PUBLIC_FILE)))
                .isEqualTo(made.publicJwks());
    }

    @Test
    void a_key_file_that_is_none_is_named(@TempDir Path directory) throws IOException {
        Files.writeString(directory.resolve(DevKeys.PRIVATE_FILE), "nonsense");

        assertThatThrownBy(() -> DevKeys.at(directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(DevKeys.PRIVATE_FILE);
    }

    @Test
    void a_key_that_is_not_known_is_looked_for_again_but_not_with_every_token() {
        DevKeys old = DevKeys.create(JWSAlgorithm.ES256);
        DevKeys rotated = DevKeys.create(JWSAlgorithm.ES256);
        AtomicReference<String> document = new AtomicReference<>(old.publicJwks());
        AtomicInteger reads = new AtomicInteger();
        JwksKeySource source = new JwksKeySource(
                () -> {
                    reads.incrementAndGet();
                    return document.get();
                },
                clock);
        document.set(rotated.publicJwks());

        assertThat(find(source, rotated.key().getKeyID()))
                .as("read a moment ago")
                .isEmpty();
        clock.advance(JwksKeySource.PAUSE);
        assertThat(find(source, rotated.key().getKeyID())).isNotEmpty();
        assertThat(find(source, "made up")).isEmpty();
        assertThat(reads).hasValue(2);
    }

    @Test
    void a_key_that_is_withdrawn_stops_to_count() {
        DevKeys old = DevKeys.create(JWSAlgorithm.ES256);
        AtomicReference<String> document = new AtomicReference<>(old.publicJwks());
        JwksKeySource source = new JwksKeySource(document::get, clock);
        document.set(DevKeys.create(JWSAlgorithm.ES256).publicJwks());

        assertThat(find(source, old.key().getKeyID())).isNotEmpty();
        clock.advance(JwksKeySource.MAX_AGE);
        assertThat(find(source, old.key().getKeyID())).isEmpty();
    }

    @Test
    void keys_at_hand_stay_when_the_document_cannot_be_read() {
        DevKeys keys = DevKeys.create(JWSAlgorithm.ES256);
        AtomicReference<String> document = new AtomicReference<>(keys.publicJwks());
        JwksKeySource source = new JwksKeySource(document::get, clock);
        document.set("{\"keys\":[]}");
        clock.advance(JwksKeySource.MAX_AGE);

        assertThat(find(source, keys.key().getKeyID())).isNotEmpty();
    }

    /** A slow identity provider delays one caller, and no caller whose key is cached. */
    @Test
    void nobody_waits_while_the_document_is_read_again() throws Exception {
        DevKeys keys = DevKeys.create(JWSAlgorithm.ES256);
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        AtomicInteger reads = new AtomicInteger();
        JwksKeySource source = new JwksKeySource(
                () -> {
                    if (reads.getAndIncrement() > 0) {
                        reading.countDown();
                        await(answered);
                    }
                    return keys.publicJwks();
                },
                clock);
        clock.advance(JwksKeySource.MAX_AGE);
        ExecutorService others = Executors.newFixedThreadPool(2);
        try {
            Future<List<JWK>> reader =
                    others.submit(() -> find(source, keys.key().getKeyID()));
            await(reading);

            assertThat(others.submit(() -> find(source, keys.key().getKeyID())).get(10, TimeUnit.SECONDS))
                    .isNotEmpty();
            assertThat(others.submit(() -> find(source, "made up")).get(10, TimeUnit.SECONDS))
                    .isEmpty();
            answered.countDown();
            assertThat(reader.get(10, TimeUnit.SECONDS)).isNotEmpty();
            assertThat(reads).hasValue(2);
        } finally {
            answered.countDown();
            others.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static List<JWK> find(JwksKeySource source, String id) {
        return source.get(new JWKSelector(new JWKMatcher.Builder().keyID(id).build()), null);
    }

    @Test
    void a_document_is_read_from_a_url_and_refused_if_it_is_huge_or_missing() throws IOException {
        DevKeys keys = DevKeys.create(JWSAlgorithm.ES256);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        serve(server, "/jwks", keys.publicJwks());
        serve(server, "/huge", " ".repeat((1 << 20) + 1));
        server.start();
        String base = "http://127.0.0.1:" + server.getAddress().getPort();
        try {
            assertThat(new JwksDocument(base + "/jwks").read()).isEqualTo(keys.publicJwks());
            assertThatThrownBy(() -> new JwksDocument(base + "/huge").read()).hasMessageContaining("larger");
            assertThatThrownBy(() -> new JwksDocument(base + "/none").read()).hasMessageContaining("404");
        } finally {
            server.stop(0);
        }
    }

    private static void serve(HttpServer server, String path, String text) {
        server.createContext(path, exchange -> {
            try (exchange) {
                byte[] body = text.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }
}
