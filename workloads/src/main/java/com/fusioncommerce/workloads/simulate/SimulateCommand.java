package com.fusioncommerce.workloads.simulate;

import com.fusioncommerce.models.simulation.DemoCatalog;
import com.fusioncommerce.models.simulation.ShopperSimulation;
import com.fusioncommerce.models.simulation.SimulatedProduct;
import com.fusioncommerce.models.simulation.SimulationSettings;
import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.platform.cli.NumberOrMax;
import com.fusioncommerce.platform.cli.TenantName;
import com.fusioncommerce.platform.cli.Terminal;
import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.workloads.ApiOptions;
import com.fusioncommerce.workloads.client.ClientSettings;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.NewProduct;
import com.fusioncommerce.workloads.client.Pace;
import com.fusioncommerce.workloads.client.StopSignal;
import com.fusioncommerce.workloads.shop.DemoShop;
import com.google.auto.service.AutoService;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends synthetic shoppers through the platform. */
@AutoService(FusionCommand.class)
@Command(
        name = "simulate",
        description = {
            "Sends synthetic shoppers to the API: they browse, order and cancel, and some commit fraud. Makes a demo "
                    + "catalogue with stock where there is none. Ends with what the fraud gate decided on whom.",
            "The same seed gives the same shoppers doing the same."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all sent", "1:failed", "130, 143:stopped by Ctrl-C or a signal"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion simulate --shoppers 200 --minutes 5",
            "  fusion simulate --shoppers 500 --minutes 600 --speed 60      ten hours in ten minutes",
            "  fusion simulate --shoppers 5000 --minutes 1440 --speed max --rate 200"
        })
public final class SimulateCommand implements FusionCommand, Callable<Integer> {
    private static final int STOPPED = 130;
    private static final long PLENTY = 1_000_000;
    private static final String CURRENCY = "EUR";
    private static final long CATALOG_SEED = 11;
    private static final Duration TOKEN_LIFE = Duration.ofHours(24);

    @Mixin
    private ApiOptions api;

    @Option(names = "--shoppers", paramLabel = "N", required = true, description = "How many people.")
    @Between(min = 1, max = 1_000_000)
    private int shoppers;

    @Option(names = "--minutes", paramLabel = "M", required = true, description = "How much time passes for them.")
    @Between(min = 1, max = 525_600)
    private int minutes;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Another seed gives other shoppers (default: ${DEFAULT-VALUE}).")
    @Between(min = Long.MIN_VALUE, max = Long.MAX_VALUE)
    private long seed;

    @Option(
            names = "--speed",
            paramLabel = "X|max",
            defaultValue = "1",
            converter = NumberOrMax.class,
            description = "How many of their minutes pass in one of ours (default: ${DEFAULT-VALUE}).")
    @Between(min = 0.001, max = 1_000_000, orUnlimited = true)
    private double speed;

    @Option(
            names = "--rate",
            paramLabel = "N|max",
            defaultValue = "max",
            converter = NumberOrMax.class,
            description = "Requests a second at most (default: ${DEFAULT-VALUE}).")
    @Between(min = 0.001, max = 1_000_000, orUnlimited = true)
    private double rate;

    @Option(
            names = "--fraud",
            paramLabel = "SHARE",
            defaultValue = "" + SimulationSettings.DEFAULT_FRAUDULENT_SHARE,
            description = "Share of shoppers who commit fraud, 0 to 1 (default: ${DEFAULT-VALUE}).")
    @Between(min = 0, max = 1)
    private double fraud;

    @Option(
            names = "--products",
            paramLabel = "N",
            defaultValue = "300",
            description = "Size of the demo catalogue (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 100_000)
    private int products;

    @Option(
            names = "--tenant",
            converter = TenantName.class,
            defaultValue = "acme",
            description = "Whose shop (default: ${DEFAULT-VALUE}).")
    private String tenant;

    @Override
    public int place() {
        return 130;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        SimulationSettings settings =
                new SimulationSettings(seed, shoppers, fraud, Instant.now(), Duration.ofMinutes(minutes));
        List<SimulatedProduct> catalog = DemoCatalog.products(CATALOG_SEED, products, CURRENCY);
        FusionClient client = new FusionClient(ClientSettings.of(api.reachable(), bearer()));
        try (StopSignal signal = StopSignal.install()) {
            new DemoShop(client, List.of(FusionClient.POOL))
                    .open(catalog.stream().map(SimulateCommand::offer).toList());
            LiveCounts counts = new LiveCounts(System.out, Terminal.isInteractive());
            Playback playback = new Playback(client, counts, UUID.randomUUID().toString());
            playback.play(
                    new ShopperSimulation(settings, catalog).actions().toList(),
                    new Timetable(settings.start(), speed),
                    Pace.perSecond(rate),
                    signal);
            counts.end();
            new Verdicts(client, playback.placed()).print(System.out);
            return signal.isStopping() ? STOPPED : 0;
        }
    }

    static DemoShop.Offer offer(SimulatedProduct product) {
        NewProduct command = new NewProduct(
                product.sku(), product.name(), Amounts.decimalPrice(product.unitPrice()), product.currency());
        return new DemoShop.Offer(command, product.soldOut() ? 0 : PLENTY);
    }

    private String bearer() throws IOException {
        List<String> scopes = List.of("catalog:write", "stock:write", "orders:write", "orders:read");
        return api.token(tenant, "simulator", scopes, TOKEN_LIFE);
    }
}
