package com.fusioncommerce.schemas;

import com.fusioncommerce.schemas.analytics.OrderFact;
import com.fusioncommerce.schemas.analytics.OrderLineFact;
import com.fusioncommerce.schemas.analytics.OrderScoreFact;
import com.fusioncommerce.schemas.catalog.ChangePrice;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.catalog.ProductCreated;
import com.fusioncommerce.schemas.catalog.ProductPriceChanged;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.KeyedRequest;
import com.fusioncommerce.schemas.common.RepeatAnswer;
import com.fusioncommerce.schemas.fraud.OrderScored;
import com.fusioncommerce.schemas.inventory.AdjustStock;
import com.fusioncommerce.schemas.inventory.OrdersSpread;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import com.fusioncommerce.schemas.inventory.ReceiveStock;
import com.fusioncommerce.schemas.inventory.ReleaseStock;
import com.fusioncommerce.schemas.inventory.ReserveStock;
import com.fusioncommerce.schemas.inventory.SetFirstStock;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.inventory.SpreadOrders;
import com.fusioncommerce.schemas.inventory.StockAdjusted;
import com.fusioncommerce.schemas.inventory.StockInsufficient;
import com.fusioncommerce.schemas.inventory.StockReleased;
import com.fusioncommerce.schemas.inventory.StockReserved;
import com.fusioncommerce.schemas.inventory.StockSet;
import com.fusioncommerce.schemas.inventory.StockTransferReceived;
import com.fusioncommerce.schemas.inventory.StockTransferSent;
import com.fusioncommerce.schemas.inventory.TransferStock;
import com.fusioncommerce.schemas.orders.CancelOrder;
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
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/** The catalogue: every topic of the platform, once. Topics are made from it, docs are generated from it. */
public final class Topics {
    /** Partitions of everything that is keyed by an aggregate; topics that share it can be joined in one task. */
    public static final int PARTITIONS = 4;

    /** Partitions of the outcomes topic: as many API instances can have one of their own. */
    public static final int REPLY_PARTITIONS = 16;

    private static final Duration COMMANDS_KEPT = Duration.ofDays(7);
    private static final Duration OUTCOMES_KEPT = Duration.ofHours(1);
    private static final String COMMERCE = "commerce";
    private static final String API = "api";
    private static final String FRAUD_JOB = "fraud-scoring";
    private static final String FACTS_JOB = "facts";
    private static final String DRUID = "druid";

    /** Commands to products. */
    public static final Topic CATALOG_COMMANDS = commands(
            "catalog.commands",
            "tenant/sku, or tenant/claim for requests with an idempotency key",
            List.of(CreateProduct.class, ChangePrice.class),
            List.of(API),
            "Commands to products.");

    /** What happened to products. */
    public static final Topic CATALOG_EVENTS = events(
            "catalog.events",
            "tenant/sku",
            List.of(ProductCreated.class, ProductPriceChanged.class),
            List.of(COMMERCE),
            List.of(API),
            "What happened to products.");

    /** Products as they stand: a global table for whoever prices. */
    public static final Topic CATALOG_PRODUCTS = new Topic(
            "catalog.products",
            Topic.Kind.STATE,
            "tenant/sku",
            List.of(Product.class),
            PARTITIONS,
            null,
            true,
            List.of(COMMERCE),
            List.of(COMMERCE),
            "Products as they stand; a global table for deciders that price.");

    /** Commands to stock. */
    public static final Topic INVENTORY_COMMANDS = commands(
            "inventory.commands",
            "tenant/pool~sku, tenant/pool~order id for reservations, tenant/pool for spreads, or tenant/claim for requests"
                    + " with an idempotency key",
            List.of(
                    SetStock.class,
                    SetFirstStock.class,
                    AdjustStock.class,
                    ReserveStock.class,
                    ReleaseStock.class,
                    TransferStock.class,
                    ReceiveStock.class,
                    SpreadOrders.class),
            List.of(API, COMMERCE),
            "Commands to stock.");

    /** What happened to stock. */
    public static final Topic INVENTORY_EVENTS = events(
            "inventory.events",
            "tenant/pool~sku, tenant/pool~order id for reservations, or tenant/pool for spreads",
            List.of(
                    StockSet.class,
                    StockAdjusted.class,
                    StockReserved.class,
                    StockInsufficient.class,
                    StockReleased.class,
                    StockTransferSent.class,
                    StockTransferReceived.class,
                    OrdersSpread.class),
            List.of(COMMERCE),
            List.of(API),
            "What happened to stock.");

    /** How orders are spread over pools: a global table for whoever takes orders. */
    public static final Topic INVENTORY_SPREADS = new Topic(
            "inventory.spreads",
            Topic.Kind.STATE,
            "tenant/pool",
            List.of(PoolSpread.class),
            PARTITIONS,
            null,
            true,
            List.of(COMMERCE),
            List.of(COMMERCE, API),
            "How orders that name a pool are spread over pools; a global table for whoever takes orders.");

    /** Commands to orders. */
    public static final Topic ORDERS_COMMANDS = commands(
            "orders.commands",
            "tenant/order id (pool~id), or tenant/claim for requests with an idempotency key",
            List.of(
                    PlaceOrder.class,
                    RecordReservation.class,
                    RecordFraudScore.class,
                    PassDeadline.class,
                    CancelOrder.class),
            List.of(API, COMMERCE),
            "Commands to orders.");

    /** What happened to orders. */
    public static final Topic ORDERS_EVENTS = events(
            "orders.events",
            "tenant/order id (pool~id)",
            List.of(
                    OrderCreated.class,
                    OrderPoolReserved.class,
                    OrderReserved.class,
                    OrderAssessed.class,
                    OrderRefused.class,
                    OrderConfirmed.class,
                    OrderRejected.class,
                    OrderCancelled.class,
                    OrderExpired.class),
            List.of(COMMERCE),
            List.of(API, FRAUD_JOB, FACTS_JOB),
            "What happened to orders.");

    /** What the fraud model said of orders. */
    public static final Topic FRAUD_EVENTS = events(
            "fraud.events",
            "tenant/order id (pool~id)",
            List.of(OrderScored.class),
            List.of(FRAUD_JOB),
            List.of(COMMERCE, FACTS_JOB, API),
            "What the fraud model said of orders.");

    /** Answers to commands, in the partition that the sender asked for. */
    public static final Topic OUTCOMES = new Topic(
            "commands.outcomes",
            Topic.Kind.OUTCOME,
            "tenant/aggregate id",
            List.of(CommandOutcome.class),
            REPLY_PARTITIONS,
            OUTCOMES_KEPT,
            false,
            List.of(COMMERCE),
            List.of(API),
            "Answers to commands, in the partition that the sender asked for.");

    /** Flat rows of order events. */
    public static final Topic ORDER_FACTS =
            facts("analytics.order-facts", OrderFact.class, "One row for everything that happened to an order.");

    /** Flat rows of order lines. */
    public static final Topic LINE_FACTS = facts(
            "analytics.line-facts",
            OrderLineFact.class,
            "One row for each line of a created order, and one for each that ended.");

    /** Flat rows of fraud scores. */
    public static final Topic SCORE_FACTS =
            facts("analytics.score-facts", OrderScoreFact.class, "One row for each score of an order.");

    private Topics() {}

    /** Every topic, in the order in which they are made. */
    public static List<Topic> all() {
        return List.of(
                CATALOG_COMMANDS,
                CATALOG_EVENTS,
                CATALOG_PRODUCTS,
                INVENTORY_COMMANDS,
                INVENTORY_EVENTS,
                INVENTORY_SPREADS,
                ORDERS_COMMANDS,
                ORDERS_EVENTS,
                FRAUD_EVENTS,
                OUTCOMES,
                ORDER_FACTS,
                LINE_FACTS,
                SCORE_FACTS);
    }

    private static Topic commands(
            String name,
            String key,
            List<Class<? extends SpecificRecord>> values,
            List<String> writers,
            String description) {
        return new Topic(
                name,
                Topic.Kind.COMMAND,
                key,
                Stream.concat(values.stream(), Stream.of(KeyedRequest.class, RepeatAnswer.class))
                        .toList(),
                PARTITIONS,
                COMMANDS_KEPT,
                false,
                writers,
                List.of(COMMERCE),
                description);
    }

    private static Topic events(
            String name,
            String key,
            List<Class<? extends SpecificRecord>> values,
            List<String> writers,
            List<String> readers,
            String description) {
        return new Topic(name, Topic.Kind.EVENT, key, values, PARTITIONS, null, false, writers, readers, description);
    }

    private static Topic facts(String name, Class<? extends SpecificRecord> value, String description) {
        return new Topic(
                name,
                Topic.Kind.FACT,
                "tenant/order id",
                List.of(value),
                PARTITIONS,
                null,
                false,
                List.of(FACTS_JOB),
                List.of(DRUID),
                description);
    }
}
