package com.fusioncommerce.platform.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTextTest {
    private static final PartStatus KAFKA = new PartStatus("kafka", true, "", "4.3.1", 19092, 4711L, 350L, 3_905L);
    private static final PartStatus API =
            new PartStatus("api", false, "not running", "0.1.0-SNAPSHOT", 18080, null, null, null);

    @Test
    void a_report_is_tables() {
        StatusReport report = new StatusReport(
                true,
                List.of(KAFKA, API),
                List.of(new Lag("commerce", "Stable", 12L)),
                List.of(new Lag("theirs", "Empty", 7L)),
                List.of(new Lag("orders", "RUNNING", null)),
                List.of("it rains"));

        assertThat(StatusText.of(report))
                .isEqualTo(String.join(
                        "\n",
                        List.of(
                                "PART           STATE VERSION            PORT      PID       RSS    UP FOR",
                                "kafka          up    4.3.1             19092     4711   350 MiB     1h 5m",
                                "api            DOWN  0.1.0-SNAPSHOT    18080        -         -         -  not running",
                                "together                                                350 MiB",
                                "",
                                "CONSUMER GROUP                   STATE                             LAG",
                                "commerce                         Stable                             12",
                                "",
                                "OTHERS' CONSUMER GROUP           STATE                             LAG",
                                "theirs                           Empty                               7",
                                "",
                                "DRUID DATA SOURCE                STATE                             LAG",
                                "orders                           RUNNING                             -",
                                "",
                                "it rains")));
        assertThat(report.allUp()).isFalse();
    }

    @Test
    void all_is_up_when_every_part_is_and_someone_watches() {
        assertThat(new StatusReport(true, List.of(KAFKA), List.of(), List.of(), List.of(), List.of()).allUp())
                .isTrue();
        assertThat(new StatusReport(false, List.of(KAFKA), List.of(), List.of(), List.of(), List.of()).allUp())
                .isFalse();
    }

    @Test
    void uptime_has_two_units() {
        assertThat(StatusText.uptime(Duration.ofSeconds(9))).isEqualTo("9s");
        assertThat(StatusText.uptime(Duration.ofSeconds(67))).isEqualTo("1m 7s");
        assertThat(StatusText.uptime(Duration.ofMinutes(125))).isEqualTo("2h 5m");
        assertThat(StatusText.uptime(Duration.ofHours(76))).isEqualTo("3d 4h");
    }
}
