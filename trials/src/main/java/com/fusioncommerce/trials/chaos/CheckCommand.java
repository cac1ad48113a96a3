package com.fusioncommerce.trials.chaos;

import com.fusioncommerce.api.orders.OrdersApi;
import com.fusioncommerce.api.stock.StockOperations;
import com.fusioncommerce.platform.cli.Between;
import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.cli.TenantName;
import com.fusioncommerce.platform.cli.Tokens;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.trials.checker.CheckSettings;
import com.fusioncommerce.trials.checker.Checker;
import com.fusioncommerce.trials.checker.Verdict;
import com.fusioncommerce.trials.checker.VerdictText;
import com.google.auto.service.AutoService;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Checks that a tenant's log, its API and Druid agree. */
@AutoService(FusionCommand.class)
@Command(
        name = "check",
        description = {
            "Reads a tenant's topics from the beginning and checks, with code of its own, that nothing was lost, doubled "
                    + "or oversold: every command has one outcome and its events, no event is there twice, every order "
                    + "took legal steps, 0 <= reserved <= on hand after every event, reserved is what living orders "
                    + "hold, every transfer arrives once, orders lie in pools that a spread leads to, and the API and Druid say "
                    + "what the events add up to. Names the keys where not.",
            "On a platform that is written to, what is younger than a minute is left out where two topics are compared."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:everything holds", "1:there are gaps, or something could not be read"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion check                                   tenant acme of the platform that runs here",
            "  fusion check --tenant shop --drained           nothing is under way: all must be finished",
            "  fusion check --journal acks.jsonl --json verdict.json"
        })
public final class CheckCommand implements FusionCommand, Callable<Integer> {
    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    @Mixin
    private HomeOption home;

    @Option(
            names = "--tenant",
            converter = TenantName.class,
            defaultValue = "acme",
            description = "Whose data (default: ${DEFAULT-VALUE}).")
    private String tenant;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description =
                    "What a load was told, a line of JSON for each answered command, as `fusion chaos` writes it: "
                            + "each must be in the log as it was told.")
    private Path journal;

    @Option(
            names = "--drained",
            description = "Nothing is under way: an order that still waits for a decision is a gap, however young.")
    private boolean drained;

    @Option(
            names = "--sample",
            paramLabel = "N",
            defaultValue = "5000",
            description = "Orders to ask the API for at most, spread evenly (default: ${DEFAULT-VALUE}).")
    @Between(min = 1, max = 1_000_000)
    private int sample;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long the API and Druid may take to show what the log has (default: ${DEFAULT-VALUE}).")
    @Between(min = 0, max = 86_400)
    private int patience;

    @Option(names = "--no-druid", negatable = false, description = "Leave Druid and its topics out.")
    private boolean noDruid;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the verdict with all gaps there too.")
    private Path json;

    @Option(
            names = "--token",
            defaultValue = "${env:FUSION_TOKEN}",
            description = "Bearer token for that tenant (default: FUSION_TOKEN, or one made with this home's key).")
    private String token;

    @Override
    public int place() {
        return 150;
    }

    @Override
    public Integer call() throws IOException {
        PlatformConfig config = noDruid
                ? home.config(PlatformConfig.KAFKA, PlatformConfig.REGISTRY_URL, PlatformConfig.API_URL)
                : home.config(
                        PlatformConfig.KAFKA,
                        PlatformConfig.REGISTRY_URL,
                        PlatformConfig.API_URL,
                        PlatformConfig.DRUID_URL);
        Verdict verdict = new Checker(new CheckSettings(
                        config.kafka(),
                        config.registryUrl().split(",", -1)[0],
                        config.apiUrl(),
                        bearer(),
                        noDruid ? null : config.druidUrl(),
                        tenant,
                        journal,
                        drained,
                        Duration.ofSeconds(patience),
                        sample))
                .check();
        System.out.print(VerdictText.of(verdict));
        if (json != null) {
            Reports.write(json, verdict);
        }
        return verdict.green() ? 0 : 1;
    }

    private String bearer() throws IOException {
        if (token != null && !token.isBlank()) {
            return token;
        }
        List<String> scopes = List.of(StockOperations.READ.claim(), OrdersApi.READ.claim());
        return new Tokens(home.home()).issue(tenant, Actor.service("check"), scopes, TOKEN_LIFE);
    }
}
