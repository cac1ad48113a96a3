package com.fusioncommerce.api.events;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SseConnectionTest {
    private final Pipe pipe = new Pipe();
    private final SseConnection connection = new SseConnection(3, 100, new StreamMemory(1_000));

    @Test
    void what_is_sent_before_the_connection_takes_it_waits() throws IOException {
        assertThat(connection.open(pipe)).isNotDone();
        connection.send("1", "order.created", "{}");

        assertThat(pipe.text()).isEmpty();
        pipe.opens();
        assertThat(pipe.text()).isEqualTo("id: 1\nevent: order.created\ndata: {}\n\n");
    }

    @Test
    void one_that_falls_behind_is_told_and_closed() throws IOException {
        CompletableFuture<Void> done = connection.open(pipe);
        for (int i = 0; i < 3; i++) {
            assertThat(connection.send("" + i, "t", "{}")).isTrue();
        }

        assertThat(connection.send("3", "t", "{}")).isFalse();
        assertThat(connection.send("4", "t", "{}")).isFalse();

        pipe.opens();
        assertThat(pipe.text()).startsWith("event: fusion.slow");
        assertThat(done).isCompleted();
    }

    @Test
    void a_connection_that_breaks_ends() throws IOException {
        CompletableFuture<Void> done = connection.open(pipe);
        pipe.breaks();
        connection.heartbeat();
        pipe.opens();

        assertThat(done).isCompleted();
        assertThat(connection.isClosed()).isTrue();
    }

    @Test
    void one_that_is_ended_now_sends_nothing_that_still_waits() throws IOException {
        CompletableFuture<Void> done = connection.open(pipe);
        connection.send("1", "order.created", "{}");

        connection.endNow("fusion.expired", "{}");

        pipe.opens();
        assertThat(pipe.text()).isEqualTo("event: fusion.expired\ndata: {}\n\n");
        assertThat(done).isCompleted();
    }

    /** An output stream that is not writable until it is opened. */
    private static final class Pipe extends ServletOutputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private WriteListener listener;
        private boolean open;
        private boolean broken;

        void opens() throws IOException {
            open = true;
            listener.onWritePossible();
        }

        void breaks() {
            broken = true;
        }

        String text() {
            return bytes.toString(StandardCharsets.UTF_8);
        }

        @Override
        public boolean isReady() {
            return open;
        }

        @Override
        public void setWriteListener(WriteListener given) {
            listener = given;
        }

        @Override
        public void write(int b) throws IOException {
            if (broken) {
                throw new IOException("broken pipe");
            }
            bytes.write(b);
        }
    }
}
