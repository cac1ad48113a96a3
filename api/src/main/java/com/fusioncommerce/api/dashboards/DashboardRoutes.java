package com.fusioncommerce.api.dashboards;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.threads.Bulkhead;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Principal;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Route;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.druid.DruidClient;
import com.fusioncommerce.schemas.resources.ClasspathFile;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The dashboard: a page, what it is made of, its session and its numbers. Everything comes from this server. */
public final class DashboardRoutes {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String LOGIN = "/dashboards/login";
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    private static final String HTML = "text/html;charset=utf-8";
    private static final String SCRIPT = "text/javascript;charset=utf-8";

    private final DashboardSession session;
    private final DashboardData data;
    private final Reply page = page("index.html");
    private final Reply login = page("login.html");
    private final Map<String, Reply> assets = Map.of(
            "dashboard.css", asset("text/css;charset=utf-8", "/dashboards/dashboard.css"),
            "dashboard.js", asset(SCRIPT, "/dashboards/dashboard.js"),
            "formats.js", asset(SCRIPT, "/dashboards/formats.js"),
            "charts.js", asset(SCRIPT, "/dashboards/charts.js"),
            "login.js", asset(SCRIPT, "/dashboards/login.js"),
            "favicon.svg", asset("image/svg+xml", "/dashboards/favicon.svg"),
            "echarts.min.js", asset(SCRIPT, "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js"));

    /**
     * The dashboard on a Druid.
     *
     * @param druid base URL of Druid's router
     * @param kafka bootstrap servers, to tell whether Druid has what the log has
     * @param verifier checks the tokens that sessions are opened with
     * @param threads for queries, which block
     */
    public DashboardRoutes(URI druid, String kafka, Function<String, Principal> verifier, Bulkhead threads) {
        Clock clock = Clock.systemUTC();
        this.session = new DashboardSession(verifier, clock);
        Freshness freshness = new Freshness(new OrderTail(kafka));
        this.data = new DashboardData(new DruidClient(druid, PATIENCE), freshness, threads, clock);
    }

    /** The routes. */
    public List<Route> routes() {
        Access viewers = Access.browser(Scope.DASHBOARDS_READ);
        return List.of(
                Route.get("/dashboards", Access.page(Scope.DASHBOARDS_READ, LOGIN), call -> page.now()),
                Route.get(LOGIN, Access.open(), call -> login.now()),
                Route.get("/dashboards/assets/{file}", Access.open(), this::asset),
                Route.post("/dashboards/session", Access.open(), session::open),
                Route.get("/dashboards/session", viewers, session::show),
                Route.delete("/dashboards/session", Access.open(), session::close),
                Route.get("/dashboards/data/{query}", viewers, data::answer, "range", "zone", "currency"));
    }

    private CompletableFuture<Reply> asset(Call call) {
        Reply asset = assets.get(call.path("file"));
        if (asset == null) {
            throw ProblemException.of(ProblemType.UNKNOWN_ROUTE, "There is no such file.");
        }
        return asset.now();
    }

    private static Reply page(String file) {
        return Reply.bytes(200, HTML, ClasspathFile.bytes(DashboardRoutes.class, "/dashboards/" + file))
                .with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "no-referrer")
                .with("X-Frame-Options", "DENY")
                .shared();
    }

    private static Reply asset(String type, String path) {
        return Reply.bytes(200, type, ClasspathFile.bytes(DashboardRoutes.class, path))
                .with("Cache-Control", "public, max-age=3600")
                .shared();
    }
}
