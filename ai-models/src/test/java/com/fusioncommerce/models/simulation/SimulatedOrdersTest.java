package com.fusioncommerce.models.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.models.simulation.ShopperAction.Label;
import com.fusioncommerce.models.simulation.ShopperAction.Line;
import com.fusioncommerce.models.simulation.ShopperAction.PlaceOrder;
import com.fusioncommerce.schemas.orders.OrderCreated;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SimulatedOrdersTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    private final SimulatedOrders orders = new SimulatedOrders(List.of(
            new SimulatedProduct("mug", "Mug", 25_550, "EUR"), new SimulatedProduct("lamp", "Lamp", 300_000, "EUR")));

    @Test
    void an_order_is_priced_line_by_line() {
        OrderCreated event = orders.created(order(new Line("mug", 3), new Line("lamp", 1)));

        assertThat(event.getSummary().getTotal()).isEqualTo(766 + 3_000);
        assertThat(event.getSummary().getUnits()).isEqualTo(4);
        assertThat(event.getSummary().getLineCount()).isEqualTo(2);
        assertThat(event.getSummary().getPlacedAt()).isEqualTo(AT.toEpochMilli());
        assertThat(event.getLines().get(1).getLine()).isEqualTo(2);
    }

    @Test
    void a_guest_is_known_to_the_shop_by_the_id_that_guests_share() {
        PlaceOrder order =
                new PlaceOrder(AT, "ann", "ann-1", "GB", "GB", "web", List.of(new Line("mug", 1)), true, Label.HONEST);

        assertThat(orders.created(order).getSummary().getCustomerId()).isEqualTo("guest");
    }

    @Test
    void an_order_of_something_sold_out_is_not_in_stock() {
        SimulatedOrders shop = new SimulatedOrders(List.of(
                new SimulatedProduct("mug", "Mug", 25_550, "EUR"),
                new SimulatedProduct("lamp", "Lamp", 300_000, "EUR", true)));

        assertThat(shop.inStock(order(new Line("mug", 1)))).isTrue();
        assertThat(shop.inStock(order(new Line("mug", 1), new Line("lamp", 1)))).isFalse();
    }

    @Test
    void an_unknown_product_is_refused() {
        assertThatThrownBy(() -> orders.created(order(new Line("sofa", 1)))).hasMessageContaining("sofa");
    }

    @Test
    void a_demo_catalogue_has_distinct_skus_and_prices_in_whole_cents() {
        List<SimulatedProduct> products = DemoCatalog.products(4, 250, "GBP");

        assertThat(products).hasSize(250).extracting(SimulatedProduct::sku).doesNotHaveDuplicates();
        assertThat(products).allSatisfy(product -> {
            assertThat(product.unitPrice()).isPositive();
            assertThat(product.unitPrice() % 100).isZero();
            assertThat(product.currency()).isEqualTo("GBP");
        });
        assertThat(DemoCatalog.products(4, 250, "GBP")).isEqualTo(products);
    }

    private static PlaceOrder order(Line... lines) {
        return new PlaceOrder(AT, "ann", "ann-1", "GB", "GB", "web", List.of(lines), false, Label.HONEST);
    }
}
