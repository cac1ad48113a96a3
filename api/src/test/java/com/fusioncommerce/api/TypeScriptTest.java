package com.fusioncommerce.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.schemas.resources.ClasspathFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs standard tools on the OpenAPI document with default options: a TypeScript type generator, and a linter. They
 * come from npm; without npm the test is skipped with a message.
 */
@ExtendWith(ApiExtension.class)
class TypeScriptTest {
    private static final long PATIENCE_MINUTES = 5;

    @TempDir
    private Path directory;

    private final ApiExtension.Shared shared;

    TypeScriptTest(ApiExtension.Shared shared) {
        this.shared = shared;
    }

    @Test
    void every_documented_example_compiles_and_the_linter_has_nothing_to_say() throws Exception {
        assumeTrue(isThere("npm") && isThere("node"), "npm and node are not on the PATH: OpenAPI tools are not tried");
        Files.write(directory.resolve("openapi.json"), shared.api().document());
        Files.write(
                directory.resolve("package.json"),
                ClasspathFile.bytes(TypeScriptTest.class, "/typescript/package.json"));
        Files.writeString(directory.resolve("examples.ts"), examples());
        run("npm", "install", "--ignore-scripts", "--no-package-lock", "--no-audit", "--no-fund");

        run("node_modules/.bin/openapi-typescript", "openapi.json", "-o", "api.d.ts");
        run("node_modules/.bin/tsc", "--noEmit", "--strict", "examples.ts");
        String said = run("node_modules/.bin/redocly", "lint", "openapi.json");

        assertThat(said)
                .contains("valid")
                .doesNotContain("Warning was generated")
                .doesNotContain("You have");
    }

    /** One typed constant per example of a schema. */
    private String examples() {
        JsonNode schemas = shared.document().at("/components/schemas");
        List<String> lines = new ArrayList<>(List.of("import type { components } from \"./api\";"));
        schemas.properties().forEach(schema -> schema.getValue()
                .path("examples")
                .forEach(example -> lines.add("export const example%d: components[\"schemas\"][\"%s\"] = %s;"
                        .formatted(lines.size(), schema.getKey(), example))));
        assertThat(lines).anyMatch(line -> line.contains("\"NewOrder\""));
        return String.join("\n", lines);
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(directory, "said", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("REDOCLY_TELEMETRY", "off");
        builder.environment().put("REDOCLY_SUPPRESS_UPDATE_NOTICE", "true");
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.destroyForcibly();
        }
        String said = Files.readString(output, UTF_8);
        assertThat(ended && process.exitValue() == 0)
                .as("%s: %s", String.join(" ", command), said)
                .isTrue();
        return said;
    }
}
