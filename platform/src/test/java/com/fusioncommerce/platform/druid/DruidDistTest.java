package com.fusioncommerce.platform.druid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.platform.config.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DruidDistTest {
    private static final Pattern VERSION = Pattern.compile("<([a-z-]+\\.version)>([^<]+)</");

    @TempDir
    private Path folder;

    private Path repo;
    private Path dist;
    private final List<String> builds = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();

    @BeforeEach
    void aRepository() throws IOException {
        repo = folder.resolve("repo");
        dist = folder.resolve("dist");
        write(repo.resolve("platform/servers/druid/pom.xml"), "<project/>");
        write(repo.resolve("druid-specs/target/druid-specs.jar"), "one");
        write(repo.resolve("druid-specs/target/druid-extension/avro-1.jar"), "avro");
    }

    @Test
    void is_put_together_once() {
        ensure();
        ensure();

        assertThat(builds).hasSize(1);
        assertThat(dist.resolve("lib/druid.jar")).exists();
        assertThat(progress).hasSize(2);
    }

    @Test
    void is_put_together_anew_when_its_sources_change() throws IOException {
        ensure();
        write(dist.resolve("lib/old.jar"), "left over");
        write(repo.resolve("platform/servers/druid/pom.xml"), "<project>another version</project>");
        write(repo.resolve("platform/servers/druid/launcher/target/classes/A.class"), "output");
        ensure();

        assertThat(builds).hasSize(2);
        assertThat(dist.resolve("lib/old.jar")).doesNotExist();

        write(repo.resolve("platform/servers/druid/launcher/target/classes/A.class"), "other output");
        ensure();
        assertThat(builds).hasSize(2);
    }

    @Test
    void a_failed_build_is_tried_again() {
        assertThatThrownBy(() -> DruidDist.ensure(repo, dist, progress::add, (pom, to) -> {
                    throw new IllegalStateException("no network");
                }))
                .hasMessage("no network");

        ensure();

        assertThat(builds).hasSize(1);
    }

    @Test
    void the_extension_is_brought_up_to_date() throws IOException {
        ensure();
        write(repo.resolve("druid-specs/target/druid-specs.jar"), "two");
        Files.move(
                repo.resolve("druid-specs/target/druid-extension/avro-1.jar"),
                repo.resolve("druid-specs/target/druid-extension/avro-2.jar"));
        ensure();

        Path extension = dist.resolve("ext/confluent-avro");
        assertThat(extension.resolve("druid-specs.jar")).hasContent("two");
        assertThat(Folders.jarsIn(extension)).hasSize(2).contains(extension.resolve("avro-2.jar"));
        assertThat(builds).hasSize(1);
    }

    @Test
    void says_what_must_be_built_first() throws IOException {
        Directories.delete(repo.resolve("druid-specs/target"));

        assertThatThrownBy(this::ensure)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("druid-specs");
    }

    @Test
    void its_versions_are_those_of_the_whole_build() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        Map<String, String> all = versions(root.resolve("pom.xml"));
        Map<String, String> ours = versions(root.resolve("platform/servers/druid/pom.xml"));

        ours.keySet().retainAll(all.keySet());
        assertThat(ours).hasSizeGreaterThan(5).allSatisfy((name, version) -> assertThat(all)
                .containsEntry(name, version));
    }

    private void ensure() {
        DruidDist.ensure(repo, dist, progress::add, (pom, to) -> {
            builds.add(pom.toString());
            write(to.resolve("lib/druid.jar"), "druid");
        });
    }

    private static Map<String, String> versions(Path pom) throws IOException {
        Map<String, String> versions = new TreeMap<>();
        VERSION.matcher(Files.readString(pom)).results().forEach(found -> versions.put(found.group(1), found.group(2)));
        return versions;
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
