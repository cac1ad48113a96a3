package com.fusioncommerce.streams.orders;

import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.fraud.OrderScored;
import com.fusioncommerce.schemas.inventory.StockInsufficient;
import com.fusioncommerce.schemas.inventory.StockReserved;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderAssessed;
import com.fusioncommerce.schemas.orders.OrderCancelled;
import com.fusioncommerce.schemas.orders.OrderConfirmed;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderExpired;
import com.fusioncommerce.schemas.orders.OrderPoolReserved;
import com.fusioncommerce.schemas.orders.OrderRefused;
import com.fusioncommerce.schemas.orders.OrderRejected;
import com.fusioncommerce.schemas.orders.OrderReserved;
import com.fusioncommerce.schemas.orders.PassDeadline;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.schemas.orders.RecordFraudScore;
import com.fusioncommerce.schemas.orders.RecordReservation;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Policy;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.kernel.View;
import com.fusioncommerce.streams.query.StoreRef;
import com.fusioncommerce.streams.query.ViewRef;
import java.util.Optional;

/** Declaration of the orders domain. */
public final class Orders {
    /** Orders by {@code pool~id}. */
    public static final Aggregate<Order> ORDERS =
            Aggregate.of("orders", Order.class).knowingKeys().ownedBy(Orders::customer, Orders::unknown);

    /** Store of orders, by {@code tenant/pool~id}. */
    public static final StoreRef<Order> ORDER_STORE = StoreRef.of(ORDERS);

    /** View of a customer's orders, newest first, by {@code tenant/customer/time/order id}. */
    public static final ViewRef<Order> BY_CUSTOMER = new ViewRef<>("orders-by-customer", ORDER_STORE);

    /** Reference table of the products that give prices, complete on every instance. */
    public static final ReferenceTable<Product> PRICES =
            new ReferenceTable<>(Topics.named("catalog.products"), Product.class);

    private Orders() {}

    private static String customer(Order order) {
        return order.getSummary().getCustomerId();
    }

    static Decision.Rejected unknown(String id) {
        return Decision.reject(OrderRefusals.UNKNOWN_ORDER, "there is no order " + id);
    }

    /** The domain, with these rules. */
    public static Domain domain(OrderRules rules) {
        OrderDecider decider = new OrderDecider(rules);
        return Domain.named("orders")
                .keeps(ORDERS)
                .looksUp(PRICES)
                .handles(PlaceOrder.class, decider::place)
                .founds(PlaceOrder.class, PlaceOrder::getCustomerId)
                .handles(RecordReservation.class, OrderDecider.known(decider::record))
                .handles(RecordFraudScore.class, OrderDecider.known(decider::score))
                .handles(PassDeadline.class, OrderDecider.known(decider::pass))
                .handles(CancelOrder.class, OrderDecider.known(OrderDecider::cancel))
                .folds(OrderCreated.class, OrderEvolution::created)
                .folds(OrderPoolReserved.class, OrderEvolution::poolReserved)
                .folds(OrderReserved.class, OrderEvolution::reserved)
                .folds(OrderAssessed.class, OrderEvolution::assessed)
                .folds(OrderConfirmed.class, OrderEvolution::confirmed)
                .folds(OrderRejected.class, OrderEvolution::rejected)
                .folds(OrderRefused.class, OrderEvolution::refused)
                .folds(OrderCancelled.class, OrderEvolution::cancelled)
                .folds(OrderExpired.class, OrderEvolution::expired)
                .shows(context -> Optional.ofNullable(OrderDecider.order(context)))
                .settles(OrderDecider::settled)
                .reacts(
                        Policy.named("answer")
                                .on(StockReserved.class, ReservationAnswers::reserved)
                                .on(StockInsufficient.class, ReservationAnswers::insufficient)
                                .fromBeginning(),
                        Policy.named("score")
                                .on(OrderScored.class, FraudScores::scored)
                                .fromBeginning())
                .lists(new View<>(BY_CUSTOMER.name(), OrderCreated.class, OrdersByCustomer::entries))
                .done();
    }
}
