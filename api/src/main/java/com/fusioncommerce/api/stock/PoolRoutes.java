package com.fusioncommerce.api.stock;

import com.fusioncommerce.api.operations.Backend;
import com.fusioncommerce.api.operations.CommandReplies;
import com.fusioncommerce.api.operations.Rules;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Fields;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.api.web.Route;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.api.web.Shapes;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import com.fusioncommerce.schemas.inventory.SpreadOrders;
import com.fusioncommerce.streams.CommerceStores;
import com.fusioncommerce.streams.inventory.PoolSpreads;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** How orders that name a pool are spread over several, over HTTP. Who may write stock decides it. */
public final class PoolRoutes {
    private static final String PATH = "/v1/pools/{pool}/spread";

    private final Backend backend;

    /** Routes that use these services. */
    public PoolRoutes(Backend backend) {
        this.backend = backend;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.put(PATH, Access.bearer(Scope.STOCK_WRITE), this::set),
                Route.get(PATH, Access.bearer(Scope.STOCK_READ, Scope.STOCK_WRITE), this::get));
    }

    /** A pool of a spread; pools that share a partition share a writer. */
    record MemberJson(String pool, int partition) {
        static MemberJson of(String tenant, String pool) {
            return new MemberJson(pool, partitionOf(tenant, pool));
        }

        static int partitionOf(String tenant, String pool) {
            return Topics.commands("orders").partitionOf(Keys.of(tenant, pool));
        }
    }

    /** A spread as clients see it. */
    record SpreadJson(String pool, int partition, List<MemberJson> pools, String updatedAt, long version) {
        static SpreadJson of(String tenant, PoolSpread spread) {
            return new SpreadJson(
                    spread.getPool(),
                    MemberJson.partitionOf(tenant, spread.getPool()),
                    spread.getPools().stream()
                            .map(pool -> MemberJson.of(tenant, pool))
                            .toList(),
                    Shapes.time(spread.getUpdatedAt()),
                    spread.getVersion());
        }
    }

    private CompletableFuture<Reply> set(Call call) {
        String pool = pool(call);
        Fields body = call.body();
        List<String> pools = body.list(
                "pools", PoolSpreads.MOST_POOLS, ProblemType.INVALID_ID, member -> member.text("pool", Rules.POOL));
        if (new HashSet<>(pools).size() < pools.size()) {
            body.error("pools", ProblemType.INVALID_ID, "must name each pool once");
        }
        body.check();
        return CommandReplies.send(
                backend.gateway(),
                call,
                backend.command(
                        call,
                        backend.ids(call),
                        Topics.commands("inventory"),
                        Keys.of(call.tenant(), pool),
                        new SpreadOrders(pool, pools)),
                outcome -> answer(call, backend.gateway().shown(outcome, PoolSpread.class)));
    }

    private CompletableFuture<Reply> get(Call call) {
        return read(call, pool(call));
    }

    private CompletableFuture<Reply> read(Call call, String pool) {
        String key = Keys.of(call.tenant(), pool);
        String target = "/v1/pools/" + CommandReplies.segment(pool) + "/spread";
        return backend.reads().read(call, () -> target, CommerceStores.SPREADS, key, orStandby -> {
            // A pool that nobody spread stands for itself: that is an answer, not a gap.
            PoolSpread spread = backend.queries()
                    .get(CommerceStores.SPREADS, key, orStandby)
                    .orElseGet(() -> new PoolSpread(pool, List.of(), 0L, 0L));
            return answer(call, spread);
        });
    }

    private static CompletableFuture<Reply> answer(Call call, PoolSpread spread) {
        return CommandReplies.versioned(call, spread.getVersion(), SpreadJson.of(call.tenant(), spread))
                .now();
    }

    private static String pool(Call call) {
        String pool = call.path("pool");
        if (!Keys.isPool(pool)) {
            throw ProblemException.of(
                    ProblemType.INVALID_ID,
                    "A pool's name is letters, digits and ._-, 63 at most, a letter or digit first.");
        }
        return pool;
    }
}
