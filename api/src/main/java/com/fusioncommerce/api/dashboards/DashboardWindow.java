package com.fusioncommerce.api.dashboards;

import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.operations.Parameter;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Characters;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The selection of orders of a request: those placed in a range, with days in a time zone and amounts in one currency.
 *
 * @param zone an IANA zone in both Java's and Druid's time zone tables
 * @param currency ISO 4217 code; empty for queries without amounts
 */
record DashboardWindow(DashboardRange range, ZoneId zone, Instant from, Instant until, Optional<String> currency) {
    private static final Set<String> ZONES = Stream.concat(
                    Stream.of("UTC"),
                    ZoneId.getAvailableZoneIds().stream()
                            .filter(zone -> zone.indexOf('/') > 0 && !zone.startsWith("SystemV/")))
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern CODE = Pattern.compile("[A-Z]{3}");
    private static final int USUAL_DIGITS = 2;

    static final Parameter<DashboardRange> RANGE = Parameter.query(
            "range",
            DashboardRange.SCHEMA.with("default", DashboardRange.HOUR.code()),
            ProblemType.INVALID_PARAMETER,
            call -> DashboardRange.named(call.query("range").orElse(DashboardRange.HOUR.code())));

    static final Parameter<ZoneId> ZONE = Parameter.query(
                    "zone",
                    Schema.text().with("default", "UTC").example("Europe/London"),
                    ProblemType.INVALID_PARAMETER,
                    call -> zone(call.query("zone").orElse("UTC")))
            .described("The IANA time zone in whose midnights days begin.");

    /** A currency, or null. */
    static final Parameter<String> CURRENCY = Parameter.query(
                    "currency",
                    Schema.text("^" + CODE + "$").example("EUR"),
                    ProblemType.INVALID_PARAMETER,
                    DashboardWindow::currency)
            .described(
                    "Whose orders: needed by every query but currencies, order-events and freshness, since amounts are"
                            + " never summed over currencies.");

    /** The window of a request's query parameters; by default the last hour, in UTC. */
    static DashboardWindow of(Input in, Instant now) {
        DashboardRange range = in.get(RANGE);
        ZoneId zone = in.get(ZONE);
        return new DashboardWindow(range, zone, range.from(now), now, Optional.ofNullable(in.get(CURRENCY)));
    }

    private static String currency(Call call) {
        String currency = call.query("currency").orElse(null);
        if (currency != null && !CODE.matcher(currency).matches()) {
            throw refused("currency must be an ISO 4217 code, e.g. EUR.");
        }
        return currency;
    }

    private static ZoneId zone(String name) {
        if (!ZONES.contains(name)) {
            throw refused("zone must be an IANA time zone, e.g. Europe/London; there is no "
                    + Characters.printable(name) + ".");
        }
        return ZoneId.of(name);
    }

    /** The currency, which queries of amounts require. */
    String requiredCurrency() {
        return currency.orElseThrow(() -> refused(
                "currency must be given: amounts are never summed over currencies. The query currencies lists them."));
    }

    /** Decimals of the currency's minor unit: 2 for EUR, 0 for JPY, 3 for KWD. */
    Optional<Integer> digits() {
        return currency.map(code -> {
            try {
                return Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
            } catch (IllegalArgumentException e) {
                // This JDK no longer knows the currency.
                return USUAL_DIGITS;
            }
        });
    }

    private static ProblemException refused(String detail) {
        return ProblemException.of(ProblemType.INVALID_PARAMETER, detail);
    }
}
