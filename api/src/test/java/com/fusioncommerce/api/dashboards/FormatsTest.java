package com.fusioncommerce.api.dashboards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fusioncommerce.schemas.resources.ClasspathFile;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the page's own formats by node; without node the test is skipped with a message. */
class FormatsTest {
    @BeforeEach
    void needsNode() throws Exception {
        assumeTrue(isThere(), "node is not on the PATH: the formats of the dashboard are not tried");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Formats.money('EUR', 2).full('9907919180215089')         | €99,079,191,802,150.89",
                "Formats.money('EUR', 2).full('9907919180215090001')      | €99,079,191,802,150,900.01",
                "Formats.money('EUR', 2).full('-9907919180215090001')     | -€99,079,191,802,150,900.01",
                "Formats.money('EUR', 2).full('-1')                       | -€0.01",
                "Formats.money('EUR', 2).full('0')                        | €0.00",
                "Formats.money('EUR', 2).full('7')                        | €0.07",
                "Formats.money('JPY', 0).full('9907919180215090001')      | ¥9,907,919,180,215,090,001",
                "Formats.money('KWD', 3).full('9907919180215090001')      | KWD 9,907,919,180,215,090.001",
                "Formats.money('EUR', 2).short('990791918021509')         | €9.9T",
                "Formats.number.full('9907919180215090001')               | 9,907,919,180,215,090,001",
                "Formats.number.full(1234)                                | 1,234",
                "Formats.average('9907919180215090001', 2)                | 4953959590107545001",
                "Formats.average('9907919180215090001', 3)                | 3302639726738363334",
                "Formats.average('-5', 2)                                 | -3",
                "Formats.most(['9907919180215090001', '-1', '9907919180215090002', '5']) | 9907919180215090002"
            })
    void sums_are_shown_to_the_last_digit(String expression, String shown) throws Exception {
        assertThat(evaluated(expression).replace('\u00a0', ' ')).isEqualTo(shown);
    }

    private static boolean isThere() throws InterruptedException {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static String evaluated(String expression) throws IOException, InterruptedException {
        Process node = new ProcessBuilder("node", "-").redirectErrorStream(true).start();
        try (var script = node.getOutputStream()) {
            script.write(ClasspathFile.bytes(DashboardOperations.class, "/dashboards/formats.js"));
            script.write(("\nprocess.stdout.write(String(" + expression + "));").getBytes(UTF_8));
        }
        String said = new String(node.getInputStream().readAllBytes(), UTF_8);
        assertThat(node.waitFor()).as(said).isZero();
        return said;
    }
}
