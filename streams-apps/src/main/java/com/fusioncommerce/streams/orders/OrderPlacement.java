package com.fusioncommerce.streams.orders;

import static com.fusioncommerce.streams.kernel.CommonRefusals.INVALID_ID;
import static com.fusioncommerce.streams.kernel.CommonRefusals.INVALID_PRICE;
import static com.fusioncommerce.streams.kernel.CommonRefusals.INVALID_QUANTITY;
import static com.fusioncommerce.streams.kernel.CommonRefusals.UNKNOWN_CURRENCY;
import static com.fusioncommerce.streams.kernel.Decision.reject;
import static com.fusioncommerce.streams.orders.OrderRefusals.AMOUNT_TOO_LARGE;
import static com.fusioncommerce.streams.orders.OrderRefusals.CURRENCY_MISMATCH;
import static com.fusioncommerce.streams.orders.OrderRefusals.EMPTY_ORDER;
import static com.fusioncommerce.streams.orders.OrderRefusals.TOO_MANY_LINES;
import static com.fusioncommerce.streams.orders.OrderRefusals.UNKNOWN_SKU;

import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.common.LineProblem;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.orders.OrderSummary;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.schemas.orders.PlaceOrderLine;
import com.fusioncommerce.streams.kernel.Context;
import com.fusioncommerce.streams.kernel.Decision;
import com.fusioncommerce.streams.kernel.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Prices one command to place an order, or refuses it. An instance is used once. */
final class OrderPlacement {
    private final PlaceOrder place;
    private final Context context;
    private final List<LineProblem> problems = new ArrayList<>();
    private final List<OrderLine> lines;
    private final Set<String> pools = new LinkedHashSet<>();
    private String currency;
    private long units;
    private long total;
    private Refusal first;

    OrderPlacement(PlaceOrder place, Context context) {
        this.place = place;
        this.context = context;
        this.lines = new ArrayList<>(place.getLines().size());
        this.currency = place.getCurrency();
    }

    /** Accepts with {@code order.created}, or rejects. */
    Decision decide() {
        if (!Keys.isPooledId(place.getOrderId()) || !place.getOrderId().equals(context.id())) {
            return reject(INVALID_ID, "an order's id is pool~id and the key it is sent under");
        }
        if (!Keys.isId(place.getCustomerId())) {
            return reject(INVALID_ID, "a customer's id is " + Keys.ID_FORM);
        }
        if (place.getLines().isEmpty()) {
            return reject(EMPTY_ORDER, "an order has lines");
        }
        if (place.getLines().size() > OrderRules.MOST_LINES) {
            return reject(TOO_MANY_LINES, "an order has " + OrderRules.MOST_LINES + " lines at most");
        }
        if (currency != null && !Amounts.isCurrency(currency)) {
            return reject(UNKNOWN_CURRENCY, currency + " is no ISO 4217 currency");
        }
        try {
            return priced();
        } catch (ArithmeticException e) {
            return reject(AMOUNT_TOO_LARGE, "an order's total and units are " + Amounts.MOST + " at most");
        }
    }

    private Decision priced() {
        String ownPool = Keys.pool(place.getOrderId());
        int number = 0;
        for (PlaceOrderLine line : place.getLines()) {
            number++;
            String pool = line.getPool() == null ? ownPool : line.getPool();
            if (line.getQuantity() <= 0 || line.getQuantity() > OrderRules.MOST_UNITS) {
                problem(number, line, INVALID_QUANTITY);
            } else if (!Keys.isPool(pool)) {
                problem(number, line, INVALID_ID);
            } else {
                price(number, line, pool);
            }
        }
        if (!problems.isEmpty()) {
            return reject(first, problems.size() + " of " + number + " lines cannot be ordered", problems);
        }
        return Decision.accept(created());
    }

    private void price(int number, PlaceOrderLine line, String pool) {
        Product product = context.reference(Orders.PRICES, line.getSku());
        if (product == null) {
            problem(number, line, UNKNOWN_SKU);
            return;
        }
        if (currency == null) {
            currency = product.getCurrency();
        }
        long unitPrice = line.getUnitPrice() != null ? line.getUnitPrice() : product.getUnitPrice();
        if (!Amounts.isUnitPrice(unitPrice)) {
            problem(number, line, INVALID_PRICE);
        } else if (!currency.equals(product.getCurrency())) {
            problem(number, line, CURRENCY_MISMATCH);
        } else {
            long lineTotal = Amounts.lineTotal(line.getQuantity(), unitPrice, currency);
            lines.add(new OrderLine(number, line.getSku(), line.getQuantity(), unitPrice, lineTotal, pool));
            pools.add(pool);
            units = Amounts.sum(units, line.getQuantity());
            total = Amounts.sum(total, lineTotal);
        }
    }

    private void problem(int number, PlaceOrderLine line, Refusal refusal) {
        if (first == null) {
            first = refusal;
        }
        problems.add(new LineProblem(number, line.getSku(), refusal.code(), line.getQuantity(), 0L));
    }

    private OrderCreated created() {
        long placedAt = place.getPlacedAt() == null ? context.now() : place.getPlacedAt();
        OrderSummary summary = new OrderSummary(
                place.getCustomerId(),
                place.getCountry(),
                place.getBillingCountry(),
                currency,
                place.getChannel(),
                place.getImported(),
                placedAt,
                lines.size(),
                units,
                total);
        return new OrderCreated(place.getOrderId(), summary, lines, List.copyOf(pools), context.now());
    }
}
