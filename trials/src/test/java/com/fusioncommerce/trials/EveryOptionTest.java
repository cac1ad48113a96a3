package com.fusioncommerce.trials;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.platform.Fusion;
import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.platform.cli.Bounds;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Rules for every option of every command, tested on picocli's model of the command line. */
class EveryOptionTest {
    private static final List<Class<?>> NUMBERS = List.of(int.class, long.class, double.class, Integer.class);

    private static final Map<String, String> FITTING =
            Map.of("DATASET", "online-retail", "ID", "orders.commands@1", "NAME", "orders");

    @TempDir
    private Path nowhere;

    /** An option and its command. */
    record Place(CommandLine command, OptionSpec option) {
        @Override
        public String toString() {
            return command.getCommandSpec().qualifiedName() + " " + option.longestName();
        }
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(EveryOptionTest::commands));
    }

    private static List<Place> options(Predicate<OptionSpec> which) {
        return commands(Fusion.commandLine())
                .flatMap(command -> command.getCommandSpec().options().stream()
                        .filter(which)
                        .map(option -> new Place(command, option)))
                .toList();
    }

    private static boolean isNumber(ArgSpec argument) {
        Class<?>[] types = argument.auxiliaryTypes();
        return Number.class.isAssignableFrom(types[types.length - 1])
                || NUMBERS.contains(argument.type())
                || NUMBERS.contains(types[types.length - 1]);
    }

    static List<Place> numbers() {
        return options(EveryOptionTest::isNumber);
    }

    static List<Place> urls() {
        return options(option -> option.type().equals(URI.class));
    }

    static List<Place> tenants() {
        return options(option -> option.longestName().equals("--tenant"));
    }

    /** Without {@code up}, which starts a platform in the home, and benchmarks, which use another one. */
    static List<Place> homes() {
        return options(option -> option.longestName().equals("--home")).stream()
                .filter(place -> place.command().getSubcommands().isEmpty())
                .filter(place -> !place.toString().matches("fusion (up|bench .*) --home"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void a_number_has_a_range_and_nothing_outside_it_is_taken(Place place) {
        assertThat(Bounds.of(place.option())).as("@Between of " + place).isPresent();
        Between range = Bounds.of(place.option()).orElseThrow();
        String expected = place.option().longestName() + " must be between ";
        String key = Map.class.isAssignableFrom(place.option().type()) ? "api=" : "";
        if (range.min() > Long.MIN_VALUE) {
            assertThat(said(place, key + text(range.min() - 1))).startsWith(expected);
        }
        assertThat(said(place, key + "99999999999999999999999")).startsWith(expected);
        assertThat(said(place, key + "x")).contains(place.option().longestName());
        if (range.max() < Integer.MAX_VALUE) {
            assertThat(said(place, key + text(range.max() + 1))).startsWith(expected);
        }
        if (place.option().type().equals(double.class)) {
            assertThat(said(place, "NaN")).contains(place.option().longestName());
            assertThat(said(place, "Infinity")).contains(place.option().longestName());
        }
        assertThat(defaultOf(place)).allSatisfy(number -> assertThat(number)
                .isBetween(range.min(), range.orUnlimited() ? Double.MAX_VALUE : range.max()));
    }

    @ParameterizedTest
    @MethodSource("urls")
    void a_url_is_one_of_http_with_a_host(Place place) {
        for (String wrong :
                List.of("notaurl", "ftp://host", "http://", "http:///path", "localhost:8080", "http://a b")) {
            assertThat(said(place, wrong)).contains(place.option().longestName(), "http://127.0.0.1:18080");
        }
    }

    @ParameterizedTest
    @MethodSource("tenants")
    void a_tenant_has_a_name_that_the_api_takes(Place place) {
        for (String wrong : List.of("Acme", "a/b", "", "-x", "a".repeat(64))) {
            assertThat(said(place, wrong)).contains("--tenant", "cannot name a tenant");
        }
    }

    @ParameterizedTest
    @MethodSource("homes")
    void a_home_in_which_nothing_was_started_is_a_failure_and_stays_as_it_is(Place place) {
        List<String> line = line(place, nowhere.toString());
        StringWriter err = new StringWriter();
        CommandLine fusion = Fusion.commandLine();
        fusion.setErr(new PrintWriter(err, true));

        assertThat(fusion.execute(line.toArray(String[]::new))).isEqualTo(1);

        assertThat(err.toString()).contains("nothing has been started in " + nowhere);
        assertThat(nowhere).isEmptyDirectory();
    }

    /** The error message for a wrong value; the exit code must be that of wrong usage. */
    private static String said(Place place, String value) {
        StringWriter err = new StringWriter();
        CommandLine fusion = Fusion.commandLine();
        fusion.setErr(new PrintWriter(err, true));
        assertThat(fusion.execute(line(place, value).toArray(String[]::new)))
                .as(place + " " + value)
                .isEqualTo(2);
        return err.toString();
    }

    /** A command line with this option and all required ones. */
    private static List<String> line(Place place, String value) {
        List<String> line = new ArrayList<>(
                List.of(place.command().getCommandSpec().qualifiedName().split(" ")));
        line.remove(0);
        line.add(place.option().longestName() + "=" + value);
        for (ArgSpec argument : place.command().getCommandSpec().args()) {
            if (argument.required() && argument != place.option()) {
                String fitting = Bounds.of(argument)
                        .map(range -> text(range.min()))
                        .orElse(FITTING.getOrDefault(argument.paramLabel(), "acme"));
                line.add(argument instanceof OptionSpec option ? option.longestName() + "=" + fitting : fitting);
            }
        }
        return line;
    }

    private static List<Double> defaultOf(Place place) {
        String text = place.option().defaultValue();
        return text == null || text.equals("max")
                ? List.of()
                : Stream.of(text.split(",")).map(Double::valueOf).toList();
    }

    private static String text(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
