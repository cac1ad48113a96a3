package com.fusioncommerce.streams.orders;

import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Policy;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.kernel.View;
import java.util.List;

/** The orders domain, declared. */
public final class Orders {
    /** Orders by {@code pool~id}. */
    public static final Aggregate<Order> ORDERS =
            Aggregate.of("orders", Order.class).knowingKeys();

    /** Orders of a customer, newest first. */
    public static final String BY_CUSTOMER = "orders-by-customer";

    /** The products that prices come from: a global table, whole on every instance. */
    public static final ReferenceTable<Product> PRICES =
            new ReferenceTable<>(Topics.named("catalog.products"), Product.class);

    private Orders() {}

    /** The domain, with these rules. */
    public static Domain domain(OrderRules rules) {
        return new Domain(
                "orders",
                Topics.commands("orders"),
                Topics.events("orders"),
                List.of(ORDERS),
                List.of(PRICES),
                new OrderDecider(rules),
                List.of(
                        new Policy("answer", Topics.events("inventory"), ReservationAnswers::on),
                        new Policy("score", Topics.events("fraud"), FraudScores::on)),
                List.of(new View(BY_CUSTOMER, OrdersByCustomer::entries)));
    }
}
