package com.fusioncommerce.api.dashboards;

import com.fusioncommerce.api.consoles.ConsoleRoutes;
import com.fusioncommerce.api.operations.Field;
import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.operations.Shape;
import com.fusioncommerce.api.operations.SharedSchemas;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Principal;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Rule;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.api.web.Sessions;
import com.fusioncommerce.api.web.Shapes;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A browser's session: a token in a cookie, hidden from scripts and not sent by other sites' requests. */
final class DashboardSession {
    private static final Logger LOG = LoggerFactory.getLogger(DashboardSession.class);
    private static final String COOKIE_PATH = "; Path=/dashboards; HttpOnly; SameSite=Strict";
    private static final Field<String> TOKEN =
            Field.text("token", Rule.text(1, 8_000).shownAs(Schema.text().length(1, 8_000)));

    /** The body of a request that opens a session. */
    static final Shape BODY = Shape.named("Token", TOKEN);

    private final Function<String, Principal> verifier;
    private final Sessions sessions;
    private final Clock clock;

    DashboardSession(Function<String, Principal> verifier, Sessions sessions, Clock clock) {
        this.verifier = verifier;
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * The user of the dashboard, and the addresses of the Druid and Flink consoles; null for users who are no
     * operators.
     */
    record Session(String tenant, String subject, String expiresAt, String druidConsole, String flinkConsole) {
        static final Schema SCHEMA = Schema.object()
                .field("tenant", Schema.text())
                .field("subject", Schema.text())
                .field("expiresAt", SharedSchemas.TIMESTAMP)
                .optional("druidConsole", console("Druid", ConsoleRoutes.DRUID))
                .optional("flinkConsole", console("Flink", ConsoleRoutes.FLINK))
                .named("Session");

        private static Schema console(String server, String path) {
            return Schema.text()
                    .described("Path of " + server + "'s console; for operators (staff with platform:operate) only.")
                    .example(path);
        }
    }

    /** Accepts a token and sets the cookie, which expires with the token. */
    CompletableFuture<Reply> open(Input in) {
        String token = in.get(TOKEN);
        Principal principal = verifier.apply(token);
        if (!principal.may(Scope.DASHBOARDS_READ)) {
            throw ProblemException.of(
                    ProblemType.INSUFFICIENT_SCOPE, "This needs the scope " + Scope.DASHBOARDS_READ.claim() + ".");
        }
        principal.requireStaff();
        long seconds = (principal.expiresAt() - clock.millis()) / 1000;
        return Reply.ok(session(principal))
                .with("Set-Cookie", cookie(in.call(), sessions.open(token), seconds))
                .now();
    }

    /** Returns the session's user. */
    CompletableFuture<Reply> show(Call call) {
        return Reply.ok(session(call.principal())).now();
    }

    /** Ends the session: its cookie is rejected from then on; the token in it remains valid. */
    CompletableFuture<Reply> close(Call call) {
        call.refuseOtherSites();
        call.cookie(Sessions.COOKIE).ifPresent(this::end);
        return Reply.empty(204).with("Set-Cookie", cookie(call, "", 0)).now();
    }

    private void end(String session) {
        try {
            sessions.end(session, verifier.apply(Sessions.token(session)).expiresAt());
        } catch (ProblemException e) {
            LOG.debug("a session without a valid token has ended already", e);
        }
    }

    private Session session(Principal principal) {
        boolean operator = principal.isOperator();
        return new Session(
                principal.tenant(),
                principal.subject(),
                Shapes.time(principal.expiresAt()),
                operator ? ConsoleRoutes.DRUID : null,
                operator ? ConsoleRoutes.FLINK : null);
    }

    private static String cookie(Call call, String session, long seconds) {
        // Each proxy appends the scheme of its request; the first is the browser's.
        boolean https = call.list("X-Forwarded-Proto")
                .filter(list -> list.split(",", 2)[0].trim().equals("https"))
                .isPresent();
        return Sessions.COOKIE + "=" + session + COOKIE_PATH + "; Max-Age=" + seconds + (https ? "; Secure" : "");
    }
}
