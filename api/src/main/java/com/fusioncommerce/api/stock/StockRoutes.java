package com.fusioncommerce.api.stock;

import com.fusioncommerce.api.commands.CommandIds;
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
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.inventory.AdjustStock;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.TransferStock;
import com.fusioncommerce.streams.CommerceStores;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;

/** Stock over HTTP. Who may write it may read it. */
public final class StockRoutes {
    private static final String PATH = "/v1/stock/{pool}/{sku}";

    private final Backend backend;

    /** Routes that use these services. */
    public StockRoutes(Backend backend) {
        this.backend = backend;
    }

    /** The routes. */
    public List<Route> routes() {
        Access write = Access.bearer(Scope.STOCK_WRITE);
        return List.of(
                Route.put(PATH, write, this::set),
                Route.post(PATH + "/adjustments", write, this::adjust),
                Route.post(PATH + "/transfers", write, this::transfer),
                Route.get(PATH, Access.bearer(Scope.STOCK_READ, Scope.STOCK_WRITE), call -> get(call, Place.of(call))));
    }

    /** Where stock lies. */
    private record Place(String pool, String sku) {
        static Place of(Call call) {
            String pool = call.path("pool");
            String sku = call.path("sku");
            Rules.known(call, sku, Keys.isPool(pool) && Keys.isId(sku), ProblemType.UNKNOWN_STOCK);
            return new Place(pool, sku);
        }

        String key(String tenant) {
            return Keys.pooled(tenant, pool, sku);
        }
    }

    private CompletableFuture<Reply> set(Call call) {
        Place place = Place.of(call);
        Fields body = call.body();
        long onHand = body.number("onHand", Rules.ON_HAND);
        body.check();
        return write(call, place, new SetStock(place.pool(), place.sku(), onHand));
    }

    private CompletableFuture<Reply> adjust(Call call) {
        Place place = Place.of(call);
        Fields body = call.body();
        long delta = body.number("delta", Rules.DELTA);
        String reason = body.optionalText("reason", "", Rules.REASON);
        body.check();
        return write(call, place, new AdjustStock(place.pool(), place.sku(), delta, reason));
    }

    private CompletableFuture<Reply> transfer(Call call) {
        Place place = Place.of(call);
        CommandIds ids = backend.ids(call);
        Fields body = call.body();
        long quantity = body.number("quantity", Rules.TRANSFERRED);
        String to = body.text("to", Rules.POOL);
        String reason = body.optionalText("reason", "", Rules.REASON);
        if (place.pool().equals(to)) {
            body.error("to", ProblemType.INVALID_ID, "must be another pool than the one the units lie in");
        }
        body.check();
        return write(
                call, ids, place, new TransferStock(place.pool(), place.sku(), quantity, to, ids.created(), reason));
    }

    private CompletableFuture<Reply> write(Call call, Place place, SpecificRecord payload) {
        return write(call, backend.ids(call), place, payload);
    }

    private CompletableFuture<Reply> write(Call call, CommandIds ids, Place place, SpecificRecord payload) {
        return CommandReplies.send(
                backend.gateway(),
                call,
                backend.command(call, ids, Topics.commands("inventory"), place.key(call.tenant()), payload),
                outcome -> answer(call, backend.gateway().shown(outcome, Stock.class)));
    }

    private CompletableFuture<Reply> get(Call call, Place place) {
        String key = place.key(call.tenant());
        String target = "/v1/stock/" + CommandReplies.segment(place.pool()) + "/" + CommandReplies.segment(place.sku());
        return backend.reads().read(call, () -> target, CommerceStores.STOCK, key, copies -> {
            Stock stock = backend.queries()
                    .get(CommerceStores.STOCK, key, copies)
                    .orElseThrow(() -> ProblemException.of(
                            ProblemType.UNKNOWN_STOCK,
                            "Nothing was ever put of " + place.sku() + " in " + place.pool() + "."));
            return answer(call, stock);
        });
    }

    private static CompletableFuture<Reply> answer(Call call, Stock stock) {
        return CommandReplies.versioned(call, stock.getVersion(), StockJson.of(stock))
                .now();
    }
}
