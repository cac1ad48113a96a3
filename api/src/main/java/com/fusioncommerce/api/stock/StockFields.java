package com.fusioncommerce.api.stock;

import static com.fusioncommerce.api.operations.MessageRules.text;
import static com.fusioncommerce.api.operations.MessageRules.units;
import static com.fusioncommerce.streams.inventory.StockLevels.MOST;

import com.fusioncommerce.api.operations.Field;
import com.fusioncommerce.api.operations.Parameter;
import com.fusioncommerce.api.operations.Rules;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.schema.Schema;
import com.fusioncommerce.api.web.Rule;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.TransferStock;

/** Fields of requests about stock. */
final class StockFields {
    static final Parameter<String> POOL = Parameter.path("pool", Rules.POOL, Rules.POOL_FORM);
    static final Parameter<String> SKU = Parameter.path("sku", Rules.SKU, Rules.ID_FORM);

    static final Field<Long> ON_HAND = Field.number("onHand", units(SetStock.class, "onHand"));

    static final Field<Long> DELTA = Field.number(
                    "delta",
                    Rule.of(
                            ProblemType.INVALID_QUANTITY,
                            delta -> delta != 0 && delta >= -MOST && delta <= MOST,
                            "must be a number of units to add or take, not 0, " + MOST + " at most",
                            Schema.count().range(-MOST, MOST)))
            .described("Units to add, or to take where negative; not 0.");

    static final Field<String> REASON = Field.text("reason", Rules.REASON, "").described("Empty if left out.");

    static final Field<Long> TRANSFERRED = Field.number("quantity", units(TransferStock.class, "quantity"))
            .described("Units; those that orders hold stay.");

    static final Field<String> TO =
            Field.text("to", text(TransferStock.class, "targetPool")).described("Another pool.");

    private StockFields() {}
}
