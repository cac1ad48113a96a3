package com.fusioncommerce.models.features;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.Guests;
import com.fusioncommerce.schemas.fraud.AttemptOutcome;
import com.fusioncommerce.schemas.fraud.CustomerActivity;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderLine;
import com.fusioncommerce.schemas.orders.OrderSummary;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** The features of an order that the fraud model sees: names, values, and a hash of their definition. */
public final class FraudFeatures {
    private static final List<String> NAMES =
            FraudFeature.ALL.stream().map(FraudFeature::name).toList();
    private static final List<String> REASONS =
            FraudFeature.ALL.stream().map(FraudFeature::reason).toList();
    private static final int HASH_BYTES = 8;
    private static final String HASH = hash();

    private FraudFeatures() {}

    /** Feature names, in the order of the values. */
    public static List<String> names() {
        return NAMES;
    }

    /** The reason of each feature, shown to people if the feature raised a score; several features share a reason. */
    public static List<String> reasons() {
        return REASONS;
    }

    /**
     * Hash of the definition: of the names and of the values for fixed orders, so that a changed computation changes
     * the hash without a manual version bump. 16 hexadecimal digits.
     */
    public static String featuresHash() {
        return HASH;
    }

    /**
     * The features of an order at the time it was placed.
     *
     * @param order the order
     * @param activity the customer's activity before it, or null if there was none
     * @return one value per feature, never NaN; {@code -1} if unknown
     */
    public static float[] of(OrderCreated order, CustomerActivity activity) {
        OrderView view = new OrderView(order, activity);
        float[] values = new float[NAMES.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = FraudFeature.ALL.get(i).of(view);
        }
        return values;
    }

    private static String hash() {
        StringBuilder definition = new StringBuilder(String.join(",", NAMES));
        CustomerActivity activity = null;
        for (OrderCreated order : probes()) {
            definition.append(Arrays.toString(of(order, activity)));
            activity = Activities.after(activity, order);
            if (order.getSummary().getCountry().equals("FR")) {
                activity = Activities.after(activity, order.getOrderId(), AttemptOutcome.REFUSED);
            }
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(definition.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /**
     * Fixed orders for the hash: a first order, one half a minute later, one of the same day that stock refuses, some
     * in other currencies, one much later to another country, one out of order, a guest's.
     */
    private static List<OrderCreated> probes() {
        return List.of(
                probe(1_000_000_000L, "GB", "GB", "EUR", 2, 125_000),
                probe(1_000_030_000L, "gb", "Germany", "GBP", 1, 999_900),
                probe(1_020_000_000L, "FR", "GB", "EUR", 40, 35_000),
                probe(1_020_500_000L, "JP", "Unspecified", "JPY", 3, 12_000_000),
                probe(1_021_000_000L, "KE", "KE", "KES", 3, 1_200_000),
                probe(9_000_000_000L, "US", "US", "USD", 3, 0),
                probe(5_000_000_000L, "GB", "GB", "EUR", 7, 77_700),
                guest(probe(9_000_100_000L, "GB", "FR", "EUR", 1, 50_000)));
    }

    private static OrderCreated guest(OrderCreated order) {
        OrderSummary summary = OrderSummary.newBuilder(order.getSummary())
                .setCustomerId(Guests.SHARED_ID)
                .build();
        return OrderCreated.newBuilder(order).setSummary(summary).build();
    }

    private static OrderCreated probe(
            long at, String country, String billing, String currency, long units, long unitPrice) {
        long total = units * unitPrice / 100;
        List<OrderLine> lines = List.of(
                new OrderLine(1, "a", units, unitPrice, total, "main"),
                new OrderLine(2, "b", 1L, 10_000L, 100L, "main"));
        OrderSummary summary = new OrderSummary(
                "probe", country, billing, currency, "web", false, at, lines.size(), units + 1, total + 100);
        return new OrderCreated("main~probe" + at, summary, lines, List.of("main"), at);
    }
}
