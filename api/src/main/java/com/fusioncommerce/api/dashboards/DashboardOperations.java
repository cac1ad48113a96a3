package com.fusioncommerce.api.dashboards;

import com.fusioncommerce.api.operations.Answer;
import com.fusioncommerce.api.operations.Draft;
import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.Parameter;
import com.fusioncommerce.api.operations.Tag;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.threads.Bulkhead;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Principal;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.api.web.Sessions;
import com.fusioncommerce.druid.DruidClient;
import com.fusioncommerce.schemas.resources.ClasspathFile;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The dashboard's operations: its page and assets, its session and its data. All content comes from this server. */
public final class DashboardOperations {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Tag TAG = new Tag("dashboards", "Pages and numbers for people.");
    private static final String LOGIN = "/dashboards/login";
    private static final String SESSION = "/dashboards/session";
    private static final Parameter<String> FILE =
            Parameter.path("file", Schema.text()).example("dashboard.js");
    private static final Answer THE_PAGE = Answer.of(200, "The page.", "text/html", Schema.text());
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
     * Creates the dashboard's operations on a Druid.
     *
     * @param druid base URL of Druid's router
     * @param kafka bootstrap servers, to compare Druid's state with the log
     * @param verifier verifies the tokens of sessions
     * @param sessions the browsers' sessions
     * @param threads threads for queries, which block
     */
    public DashboardOperations(
            URI druid, String kafka, Function<String, Principal> verifier, Sessions sessions, Bulkhead threads) {
        Clock clock = Clock.systemUTC();
        this.session = new DashboardSession(verifier, sessions, clock);
        Freshness freshness = new Freshness(new OrderTail(kafka));
        this.data = new DashboardData(new DruidClient(druid, PATIENCE), freshness, threads, clock);
    }

    /** All operations. */
    public List<Operation> all() {
        return List.of(
                get("getDashboard", "/dashboards", "The dashboard")
                        .open(Access.page(Scope.DASHBOARDS_READ, LOGIN))
                        .forStaff()
                        .answers(
                                THE_PAGE,
                                Answer.empty(303, "To the log-in page, without a valid token.")
                                        .with(Answer.Header.LOCATION))
                        .does((backend, in) -> page.now()),
                get("getLogin", LOGIN, "The log-in page")
                        .open(Access.open())
                        .answers(THE_PAGE)
                        .does((backend, in) -> login.now()),
                get("getAsset", "/dashboards/assets/{file}", "What the pages are made of")
                        .open(Access.open())
                        .takes(FILE)
                        .missing(ProblemType.UNKNOWN_ROUTE)
                        .answers(Answer.of(200, "The file.", "*/*", Schema.text()))
                        .does((backend, in) -> asset(in)),
                Operation.post("openSession", SESSION)
                        .titled(TAG, "Log in with a token")
                        .open(Access.open())
                        .body(DashboardSession.BODY)
                        .refuses(
                                ProblemType.INVALID_TOKEN,
                                ProblemType.EXPIRED_TOKEN,
                                ProblemType.INSUFFICIENT_SCOPE,
                                ProblemType.STAFF_ONLY,
                                ProblemType.FOREIGN_ORIGIN)
                        .answers(Answer.json(200, "Logged in.", DashboardSession.Session.SCHEMA)
                                .with(Answer.Header.SET_COOKIE))
                        .beforeBody(Call::refuseOtherSites)
                        .does((backend, in) -> session.open(in)),
                get("getSession", SESSION, "Who is logged in")
                        .open(Access.browser(Scope.DASHBOARDS_READ))
                        .forStaff()
                        .answers(Answer.json(200, "The session.", DashboardSession.Session.SCHEMA))
                        .does((backend, in) -> session.show(in.call())),
                Operation.delete("closeSession", SESSION)
                        .titled(TAG, "Log out")
                        .described(
                                "The session has ended then at the instance that answers, until that is started anew; the"
                                        + " token in it is as good as it was for who sends it as a bearer token.")
                        .open(Access.open())
                        .refuses(ProblemType.FOREIGN_ORIGIN)
                        .answers(Answer.empty(204, "Logged out.").with(Answer.Header.SET_COOKIE))
                        .does((backend, in) -> session.close(in.call())),
                get("getDashboardData", "/dashboards/data/{query}", "Numbers of the caller's tenant")
                        .described(
                                "Every number is about orders placed in the range. Of an amount there is gross (as placed)"
                                        + " and net: what was not refused, rejected or cancelled and did not expire, whenever that"
                                        + " happened. Customers are counted within some 2 %, all else exactly.")
                        .open(Access.browser(Scope.DASHBOARDS_READ))
                        .forStaff()
                        .takes(
                                DashboardQueries.NAME,
                                DashboardWindow.RANGE,
                                DashboardWindow.ZONE,
                                DashboardWindow.CURRENCY)
                        .missing(DashboardQueries.UNKNOWN)
                        .refuses(ProblemType.ANALYTICS_UNAVAILABLE)
                        .answers(Answer.json(200, "Rows.", DashboardData.Answer.SCHEMA))
                        .does((backend, in) -> data.answer(in)));
    }

    private static Draft get(String id, String path, String words) {
        return Operation.get(id, path).titled(TAG, words);
    }

    private CompletableFuture<Reply> asset(Input in) {
        Reply asset = assets.get(in.get(FILE));
        if (asset == null) {
            throw ProblemException.of(ProblemType.UNKNOWN_ROUTE, "There is no such file.");
        }
        return asset.now();
    }

    private static Reply page(String file) {
        return Reply.bytes(200, HTML, ClasspathFile.bytes(DashboardOperations.class, "/dashboards/" + file))
                .with("Content-Security-Policy", POLICY)
                .with("Referrer-Policy", "no-referrer")
                .with("X-Frame-Options", "DENY")
                .shared();
    }

    private static Reply asset(String type, String path) {
        return Reply.bytes(200, type, ClasspathFile.bytes(DashboardOperations.class, path))
                .with("Cache-Control", "public, max-age=3600")
                .shared();
    }
}
