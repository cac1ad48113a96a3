package com.fusioncommerce.streams;

import static com.fusioncommerce.streams.testing.DeciderScenario.given;
import static com.fusioncommerce.streams.testing.Samples.createProduct;
import static com.fusioncommerce.streams.testing.Samples.line;
import static com.fusioncommerce.streams.testing.Samples.order;
import static com.fusioncommerce.streams.testing.Samples.product;
import static com.fusioncommerce.streams.testing.Samples.setStock;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.catalog.ChangePrice;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.inventory.AdjustStock;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.TransferStock;
import com.fusioncommerce.schemas.orders.PlaceOrderLine;
import com.fusioncommerce.streams.catalog.Catalog;
import com.fusioncommerce.streams.inventory.Inventory;
import com.fusioncommerce.streams.inventory.StockLevels;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.orders.OrderRules;
import com.fusioncommerce.streams.orders.Orders;
import com.fusioncommerce.streams.testing.DeciderScenario;
import com.fusioncommerce.streams.testing.DeciderScenario.Then;
import java.util.function.LongFunction;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Tests that deciders enforce the ranges that commands declare: they accept the limits, and refuse values beyond. */
class DeclaredBoundsTest {
    @Test
    void of_stock() {
        holds(SetStock.class, "onHand", at -> stocked(0).when("main~MUG", setStock("main", "MUG", at)));
        holds(AdjustStock.class, "delta", at -> stocked(at < 0 ? StockLevels.MOST : 0)
                .when("main~MUG", new AdjustStock("main", "MUG", at, "")));
        holds(TransferStock.class, "quantity", at -> stocked(StockLevels.MOST)
                .when("main~MUG", new TransferStock("main", "MUG", at, "east", "t1", "")));
    }

    private static DeciderScenario stocked(long onHand) {
        return given(Inventory.domain())
                .when("main~MUG", setStock("main", "MUG", onHand))
                .accepted();
    }

    @Test
    void of_prices() {
        holds(CreateProduct.class, "unitPrice", at -> given(Catalog.domain()).when("MUG", createProduct("MUG", at)));
        holds(ChangePrice.class, "unitPrice", at -> given(Catalog.domain())
                .when("MUG", createProduct("MUG", 7L))
                .accepted()
                .when("MUG", new ChangePrice("MUG", at, "GBP")));
    }

    @Test
    void of_orders() {
        holds(PlaceOrderLine.class, "quantity", at -> given(Orders.domain(OrderRules.defaults()))
                .reference(Orders.PRICES, "MUG", product("MUG", 1L, "GBP"))
                .when("main~1", order("main~1", line("MUG", at))));
    }

    private static void holds(Class<? extends SpecificRecord> message, String field, LongFunction<Then> decided) {
        long least = bound(message, field, "min");
        long most = bound(message, field, "max");

        decided.apply(least).accepted();
        decided.apply(most).accepted();
        assertThat(decided.apply(least - 1).decision()).isInstanceOf(Decision.Rejected.class);
        assertThat(decided.apply(most + 1).decision()).isInstanceOf(Decision.Rejected.class);
    }

    private static long bound(Class<? extends SpecificRecord> message, String field, String which) {
        return ((Number) SpecificData.get().getSchema(message).getField(field).getObjectProp(which)).longValue();
    }
}
