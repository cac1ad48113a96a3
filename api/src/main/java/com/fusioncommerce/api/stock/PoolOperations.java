package com.fusioncommerce.api.stock;

import static com.fusioncommerce.api.stock.StockFields.POOL;

import com.fusioncommerce.api.operations.Example;
import com.fusioncommerce.api.operations.Field;
import com.fusioncommerce.api.operations.Input;
import com.fusioncommerce.api.operations.Link;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.Resource;
import com.fusioncommerce.api.operations.Rules;
import com.fusioncommerce.api.operations.Shape;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import com.fusioncommerce.schemas.inventory.SpreadOrders;
import com.fusioncommerce.streams.inventory.Inventory;
import com.fusioncommerce.streams.inventory.PoolSpreads;
import java.util.HashSet;
import java.util.List;

/** Operations on the spread of a pool's orders over several pools. They require the scope to write stock. */
final class PoolOperations {
    private static final String ANSWER = "The spread; no pools where there is none.";

    private static final Field<String> MEMBER = Field.text("pool", Rules.POOL);
    private static final Field<List<String>> MEMBERS = Field.list(
                    "pools",
                    Shape.inline(MEMBER),
                    PoolSpreads.MOST_POOLS,
                    ProblemType.INVALID_ID,
                    member -> member.get(MEMBER))
            .described("Each pool once; empty to end the spread.");

    // A pool without a spread is its own only member: the answer is a default, not a 404.
    private static final Resource<PoolSpread> SPREADS = Resource.of(Inventory.SPREAD_STORE, SpreadJson.SHOWN)
            .at("/v1/pools/{pool}/spread", in -> Keys.of(in.tenant(), in.get(POOL)), POOL)
            .in(StockOperations.TAG, StockOperations.READ, StockOperations.WRITE)
            .shared()
            .linked(Link.to("spread", "getSpread").by("pool").seeing());

    static final Operation SPREAD = SPREADS.put("spreadOrders", "", "Spread the orders of a pool over several")
            .described(
                    "From now on an order that names this pool, or a line that does, is placed in one of these pools,"
                            + " which one depends on the customer. An empty list ends that. An order with a reference stays in the"
                            + " pool that it names.")
            .body("NewPoolSpread", MEMBERS)
            .example("pools", List.of(Example.of("pool", "main"), Example.of("pool", "main-2")))
            .checks(PoolOperations::eachOnce)
            .answers(ANSWER)
            .sends(SpreadOrders.class, in -> new SpreadOrders(in.get(POOL), in.get(MEMBERS)));

    static final Operation GET = SPREADS.get("getSpread", "", "Get how the orders of a pool are spread")
            .reads(ANSWER, SPREADS.orElse(in -> new PoolSpread(in.get(POOL), List.of(), 0L, 0L)));

    private PoolOperations() {}

    private static void eachOnce(Input in) {
        List<String> pools = in.get(MEMBERS);
        if (new HashSet<>(pools).size() < pools.size()) {
            in.error(MEMBERS, ProblemType.INVALID_ID, "must name each pool once");
        }
    }
}
