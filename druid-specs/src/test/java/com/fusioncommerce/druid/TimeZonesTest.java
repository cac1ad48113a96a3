package com.fusioncommerce.druid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.druid.java.util.common.granularity.PeriodGranularity;
import org.joda.time.DateTimeZone;
import org.joda.time.Period;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares time zone tables: Druid assigns rows to days by Joda's, the API lays out days by Java's, and browsers label
 * them.
 */
class TimeZonesTest {
    private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");

    /**
     * Upper end of the comparison: only newer JDKs know later rules, and the build must pass on every supported JDK.
     */
    private static final Instant UNTIL = Instant.parse("2025-01-01T00:00:00Z");

    private static final Duration STEP = Duration.ofDays(1);

    @Test
    void druid_and_java_agree_on_every_zone() {
        // A newer JDK may have zones that no joda-time release has yet; nearly all others are compared.
        Set<String> known = DateTimeZone.getAvailableIDs();
        List<String> zones = ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.contains("/") && !zone.startsWith("SystemV/") && known.contains(zone))
                .sorted()
                .toList();

        assertThat(zones)
                .hasSizeGreaterThan(500)
                .as("take a newer joda-time here and for Druid")
                .allSatisfy(zone -> assertThat(differences(zone)).as(zone).isEmpty());
    }

    /** Druid's native equivalent of TIME_FLOOR by a day and a zone. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "UTC",
                "America/New_York",
                "Europe/London",
                "Asia/Kolkata",
                "Asia/Almaty",
                "Africa/Cairo",
                "America/Asuncion",
                "Australia/Lord_Howe"
            })
    void a_day_of_druid_begins_where_the_day_begins_in_the_zone(String zone) {
        PeriodGranularity days = new PeriodGranularity(Period.days(1), null, DateTimeZone.forID(zone));
        for (LocalDate day = LocalDate.of(2023, 1, 1); day.getYear() < 2027; day = day.plusDays(1)) {
            long begins = day.atStartOfDay(ZoneId.of(zone)).toInstant().toEpochMilli();
            long ends =
                    day.plusDays(1).atStartOfDay(ZoneId.of(zone)).toInstant().toEpochMilli();

            assertThat(days.bucketStart(begins)).as(zone + " " + day).isEqualTo(begins);
            assertThat(days.bucketStart(ends - 1)).as(zone + " " + day).isEqualTo(begins);
        }
    }

    @Test
    void the_table_under_test_is_the_one_that_druid_is_given() throws IOException {
        String version = Path.of(DateTimeZone.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getFileName()
                .toString()
                .replace("joda-time-", "")
                .replace(".jar", "");

        assertThat(Files.readString(Path.of("../platform/servers/druid/pom.xml")))
                .contains("<joda-time.version>" + version + "</joda-time.version>");
    }

    private static List<Instant> differences(String zone) {
        DateTimeZone druid = DateTimeZone.forID(zone);
        var java = ZoneId.of(zone).getRules();
        return Stream.iterate(FROM, at -> at.isBefore(UNTIL), at -> at.plus(STEP))
                .filter(at -> druid.getOffset(at.toEpochMilli())
                        != Duration.ofSeconds(java.getOffset(at).getTotalSeconds())
                                .toMillis())
                .limit(1)
                .toList();
    }
}
