package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.druid.DruidClient;
import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.cli.TenantName;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.workloads.ApiOptions;
import com.fusioncommerce.workloads.client.ClientSettings;
import com.fusioncommerce.workloads.importer.RetailForm.DateForm;
import com.fusioncommerce.workloads.importer.RetailForm.NumberForm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Options common to importing and reconciling: data set, tenant, platform. */
final class RetailOptions {
    private static final String DATA_SET = "online-retail";
    private static final int ALL = 100;
    private static final Duration TOKEN_LIFE = Duration.ofHours(8);
    private static final Duration DRUID_TIMEOUT = Duration.ofSeconds(60);

    @Parameters(
            index = "0",
            paramLabel = "DATASET",
            description = "Which data: " + DATA_SET + ", a year of a giftware shop's invoices.")
    private String dataSet;

    @Mixin
    private ApiOptions api;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:FUSION_DATA}",
            description =
                    "Directory with online-retail.csv.gz or online-retail.csv (default: FUSION_DATA, or shared/data beside the project).")
    private Path data;

    @Option(
            names = "--dates",
            paramLabel = "iso|mdy|dmy|dotted",
            converter = DateFormConverter.class,
            description =
                    "How the file writes times: 2010-12-01 08:26:00, 12/1/2010 8:26 with the month first or the day "
                            + "first, 1.12.2010 8:26 (default: what its lines tell).")
    private DateForm dates;

    @Option(
            names = "--numbers",
            paramLabel = "point|comma",
            converter = NumberFormConverter.class,
            description = "How the file writes decimals: 1,234.50 or 1.234,50 (default: what its lines tell).")
    private NumberForm numbers;

    @Option(
            names = "--most-broken",
            paramLabel = "PERCENT",
            defaultValue = "0.1",
            description = "Share of lines that may be broken: with more of them nothing is done "
                    + "(default: ${DEFAULT-VALUE}).")
    @Between(min = 0, max = ALL)
    private double mostBroken;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "" + Integer.MAX_VALUE,
            showDefaultValue = picocli.CommandLine.Help.Visibility.NEVER,
            description = "Only the first N invoices that sell something, and the cancellations among them.")
    @Between(min = 1, max = Integer.MAX_VALUE)
    private int limit;

    @Option(
            names = "--tenant",
            converter = TenantName.class,
            defaultValue = DATA_SET,
            description = "Whose orders they become (default: ${DEFAULT-VALUE}).")
    private String tenant;

    @Option(
            names = "--parallel",
            paramLabel = "N",
            defaultValue = "64",
            description = "Requests under way at once (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 1_024)
    private int parallel;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Rejects invalid options, and a home without a running platform, before a large file is read. */
    void check() throws IOException {
        if (!DATA_SET.equals(dataSet)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no data set is named '" + dataSet + "'; there is " + DATA_SET
                            + ". It is read from a directory that --data names, in which a file of your own is called "
                            + RetailFile.PLAIN);
        }
        api.url();
    }

    RetailFile file() throws IOException {
        boolean given = data != null && !data.toString().isEmpty();
        return RetailFile.in(
                given ? data : HomeOption.root().resolveSibling("shared").resolve("data"));
    }

    /** The format of the file: as given by options, else detected from its lines. */
    RetailForm form(RetailFile file) throws IOException {
        return FormDetector.of(file, dates, numbers);
    }

    /**
     * Rejects a file without sales, or with too many broken lines: most likely its format was detected wrongly.
     *
     * @throws IOException if the file is rejected
     */
    void requireSound(RetailFile file, Sales sales) throws IOException {
        int broken = sales.brokenLines();
        if (broken > sales.linesRead() * mostBroken / ALL) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%,d of %,d lines of %s are broken, more than %s %% (--most-broken): nothing was sent",
                    broken,
                    sales.linesRead(),
                    file.name(),
                    mostBroken));
        }
        if (sales.sales().isEmpty()) {
            throw new IOException("no line of " + file.name() + " sells anything: nothing to import");
        }
    }

    int limit() {
        return limit;
    }

    int parallel() {
        return parallel;
    }

    String tenant() {
        return tenant;
    }

    ClientSettings client() throws IOException, InterruptedException {
        return ClientSettings.of(api.reachable(), bearer()).withInFlight(parallel);
    }

    DruidWitness druid() throws IOException {
        return new DruidWitness(
                new DruidClient(api.home().config(PlatformConfig.DRUID_URL).druidUrl(), DRUID_TIMEOUT), tenant);
    }

    /** The file of the import's journal for that platform. */
    Path journal() throws IOException {
        String platform = api.url().getAuthority().replaceAll("[^A-Za-z0-9.-]", "_");
        return api.home().home().data("import").resolve(DATA_SET + "-" + tenant + "-" + platform + ".progress");
    }

    private String bearer() throws IOException {
        List<String> scopes = List.of("catalog:write", "stock:write", "orders:write", "orders:read", "orders:import");
        return api.token(tenant, "import", scopes, TOKEN_LIFE);
    }

    static final class DateFormConverter implements ITypeConverter<DateForm> {
        @Override
        public DateForm convert(String text) {
            return named(DateForm.class, text);
        }
    }

    static final class NumberFormConverter implements ITypeConverter<NumberForm> {
        @Override
        public NumberForm convert(String text) {
            return named(NumberForm.class, text);
        }
    }

    private static <E extends Enum<E>> E named(Class<E> type, String text) {
        try {
            return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("there is no form '" + text + "'");
        }
    }
}
