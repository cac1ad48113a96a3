package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Path;
import net.jqwik.engine.JqwikTestEngine;
import org.junit.jupiter.api.Test;

/**
 * From 1.10 on jqwik prints a text of its own into the tests' output, which is to contain the output of tests alone.
 */
class JqwikVersionTest {
    @Test
    void properties_run_on_a_version_that_prints_nothing_of_its_own() throws Exception {
        String jar = Path.of(JqwikTestEngine.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .getFileName()
                .toString();
        Version version = Version.parse(jar.replaceAll("^jqwik-engine-|\\.jar$", ""));

        assertThat(version).isLessThan(Version.parse("1.10"));
    }
}
