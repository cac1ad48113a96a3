package com.fusioncommerce.platform.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarVersionsTest {
    @TempDir
    private Path lib;

    @Test
    void a_version_stands_in_the_name_of_a_jar() throws Exception {
        for (String jar : new String[] {
            "kafka_2.13-4.3.1.jar",
            "kafka-clients-4.3.1.jar",
            "apicurio-registry-app-3.0.9-runner.jar",
            "api-0.1.0-SNAPSHOT.jar",
            "api-0.1.0-SNAPSHOT-tests.jar"
        }) {
            Files.createFile(lib.resolve(jar));
        }

        assertThat(JarVersions.of(lib, "kafka_2.13")).isEqualTo("4.3.1");
        assertThat(JarVersions.of(lib, "apicurio-registry-app")).isEqualTo("3.0.9");
        assertThat(JarVersions.of(lib, "api")).isEqualTo("0.1.0-SNAPSHOT");
        assertThat(JarVersions.of(lib, "kafka")).isEqualTo("?");
        assertThat(JarVersions.of(lib.resolve("nowhere"), "kafka")).isEqualTo("?");
    }
}
