package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;

/** The cluster id of the brokers. They format their storage at the same time, and all must use the same id. */
final class ClusterId {
    private ClusterId() {}

    /** The id of a home's cluster, created on first use. */
    static synchronized String of(Home home) throws IOException {
        Path file = home.data(KafkaPart.NAME).resolve("cluster-id");
        if (!Files.exists(file)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, Uuid.randomUuid().toString());
        }
        return Files.readString(file).strip();
    }
}
