package com.fusioncommerce.api.consoles;

import com.fusioncommerce.api.threads.ByteBudget;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Route;
import com.fusioncommerce.api.web.Scope;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Routes of the web consoles' pages and requests. They show every tenant's data and so require the operator's scope;
 * Flink's are read-only. They are not part of the API that {@code /openapi.json} describes.
 */
public final class ConsoleRoutes {
    /** Start page of Druid's console. */
    public static final String DRUID = "/dashboards/druid/unified-console.html";

    /** Start page of Flink's console. */
    public static final String FLINK = "/dashboards/flink/index.html";

    private static final String DRUID_PREFIX = "/dashboards/druid";
    private static final String FLINK_PREFIX = "/dashboards/flink";
    private static final String LOGIN = "/dashboards/login";
    private static final String REST = "/<path>";

    private final ConsoleProxy druid;
    private final ConsoleProxy flink;

    /**
     * The consoles of a Druid and a Flink.
     *
     * @param druid base URL of Druid's router
     * @param flink base URL of Flink's REST API
     * @param executor runs the callbacks of answers
     * @param answers budget for the bytes of answers
     */
    public ConsoleRoutes(URI druid, URI flink, Executor executor, ByteBudget answers) {
        this.druid = new ConsoleProxy("Druid", druid, DRUID_PREFIX, executor, answers);
        this.flink = new ConsoleProxy("Flink", flink, FLINK_PREFIX, executor, answers);
    }

    /** The routes. */
    public List<Route> routes() {
        Access page = Access.page(Scope.PLATFORM_OPERATE, LOGIN);
        Access operators = Access.browser(Scope.PLATFORM_OPERATE);
        Reply configured = Reply.text(
                200, "text/javascript;charset=utf-8", "window.consoleConfig = {baseURL: '" + DRUID_PREFIX + "'};\n");
        List<Route> routes = new ArrayList<>(List.of(
                Route.passing("GET", DRUID, page, druid::pass),
                Route.get(DRUID_PREFIX + "/console-config.js", operators, call -> {
                    call.principal().requireOperator();
                    return configured.now();
                }),
                Route.passing("GET", FLINK, page, flink::pass),
                Route.passing("GET", FLINK_PREFIX + REST, operators, flink::pass)));
        for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
            routes.add(Route.passing(method, DRUID_PREFIX + REST, operators, druid::pass));
        }
        return List.copyOf(routes);
    }
}
