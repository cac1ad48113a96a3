package com.fusioncommerce.platform;

import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.platform.cli.FusionCommand;
import com.fusioncommerce.platform.cli.HomeOption;
import com.fusioncommerce.platform.cli.TenantName;
import com.fusioncommerce.platform.cli.Tokens;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.schemas.Actor;
import com.google.auto.service.AutoService;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints a sign-in link to the dashboards. */
@AutoService(FusionCommand.class)
@Command(
        name = "dashboard",
        description = {
            "Prints a link to the dashboards that signs in.",
            "",
            "The link has a token in its fragment, which browsers keep to themselves: open it and you are signed in, "
                    + "for the life of the token."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  fusion dashboard --tenant acme",
            "  fusion dashboard --operator",
            "  xdg-open \"$(fusion dashboard --tenant retail)\""
        })
public final class DashboardCommand implements FusionCommand, Callable<Integer> {
    @Mixin
    private HomeOption option;

    @Option(
            names = "--tenant",
            converter = TenantName.class,
            defaultValue = "acme",
            description = "Whose numbers (default: ${DEFAULT-VALUE}).")
    private String tenant;

    @Option(
            names = "--ttl",
            paramLabel = "TIME",
            defaultValue = "8h",
            converter = TimeToLive.class,
            description = "How long it opens, such as 15m or 8h (default: ${DEFAULT-VALUE}).")
    private Duration validFor;

    @Option(
            names = "--operator",
            description =
                    "Opens the consoles too, which show the data of all tenants: Druid's, which changes it too, and Flink's.")
    private boolean operator;

    @Override
    public int place() {
        return 80;
    }

    @Override
    public Integer call() throws IOException {
        List<String> scopes = operator
                ? List.of(Scope.DASHBOARDS_READ.claim(), Scope.PLATFORM_OPERATE.claim())
                : List.of(Scope.DASHBOARDS_READ.claim());
        URI api = option.config(PlatformConfig.API_URL).apiUrl();
        String token = new Tokens(option.home()).issue(tenant, Actor.staff("dashboard"), scopes, validFor);
        System.out.println(api + "/dashboards#token=" + token);
        return Fusion.OK;
    }
}
