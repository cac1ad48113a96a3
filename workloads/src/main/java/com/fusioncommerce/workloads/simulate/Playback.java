package com.fusioncommerce.workloads.simulate;

import com.fusioncommerce.models.simulation.ShopperAction;
import com.fusioncommerce.workloads.client.ApiException;
import com.fusioncommerce.workloads.client.FusionClient;
import com.fusioncommerce.workloads.client.NewOrder;
import com.fusioncommerce.workloads.client.Pace;
import com.fusioncommerce.workloads.client.Results;
import com.fusioncommerce.workloads.client.StopSignal;
import com.fusioncommerce.workloads.client.Window;
import com.fusioncommerce.workloads.simulate.LiveCounts.Done;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Plays actions against the API, each at its time; a shopper's order is placed before it is cancelled. For one thread.
 */
final class Playback {
    private static final int IN_FLIGHT = 64;

    private final FusionClient client;
    private final LiveCounts counts;
    private final String run;
    private final Map<String, CompletableFuture<Optional<String>>> orderIds = new HashMap<>();
    private final Map<String, ShopperAction.PlaceOrder> sent = new HashMap<>();

    /**
     * A playback.
     *
     * @param run part of the order ids, by which orders of another playback of the same actions differ
     */
    Playback(FusionClient client, LiveCounts counts, String run) {
        this.client = client;
        this.counts = counts;
        this.run = run;
    }

    /** An accepted order and its ground truth. */
    record Placed(String orderId, ShopperAction.PlaceOrder truth) {}

    /** Plays until the end or a stop signal; returns when all requests are answered. */
    void play(List<ShopperAction> actions, Timetable timetable, Pace pace, StopSignal signal) {
        Window window = new Window(IN_FLIGHT);
        for (ShopperAction action : actions) {
            timetable.await(action.at(), signal::isStopping);
            if (signal.isStopping()) {
                break;
            }
            pace.await();
            window.begin(() -> play(action));
        }
        window.finish();
    }

    /** The accepted orders. */
    List<Placed> placed() {
        List<Placed> placed = new ArrayList<>();
        sent.forEach((reference, order) ->
                Results.of(orderIds.get(reference)).ifPresent(orderId -> placed.add(new Placed(orderId, order))));
        return placed;
    }

    private CompletableFuture<?> play(ShopperAction action) {
        if (action instanceof ShopperAction.PlaceOrder order) {
            return place(order);
        }
        if (action instanceof ShopperAction.CancelOrder cancel) {
            return cancel(cancel);
        }
        String sku = ((ShopperAction.Browse) action).sku();
        return client.hasProduct(sku).thenAccept(there -> counts.add(Done.BROWSED));
    }

    private CompletableFuture<?> place(ShopperAction.PlaceOrder order) {
        List<NewOrder.Line> lines = order.lines().stream()
                .map(line -> new NewOrder.Line(line.sku(), line.quantity(), null))
                .toList();
        NewOrder command = new NewOrder(
                order.guest() ? null : order.customerId(),
                order.country(),
                order.billingCountry(),
                null,
                order.channel(),
                lines,
                null,
                null);
        CompletableFuture<Optional<String>> orderId = client.placeOrder(command, key("order", order.reference()))
                .thenApply(placed -> {
                    counts.add(Done.ORDERED);
                    return Optional.of(placed.orderId());
                })
                .exceptionally(failure -> {
                    refused(failure);
                    return Optional.empty();
                });
        sent.put(order.reference(), order);
        orderIds.put(order.reference(), orderId);
        return orderId;
    }

    private CompletableFuture<?> cancel(ShopperAction.CancelOrder cancel) {
        CompletableFuture<Optional<String>> order =
                orderIds.getOrDefault(cancel.reference(), CompletableFuture.completedFuture(Optional.empty()));
        return order.thenCompose(orderId -> orderId.isEmpty()
                ? CompletableFuture.completedFuture(null)
                : client.cancelOrder(orderId.get(), "changed my mind", null, key("cancel", cancel.reference()))
                        .handle((cancelled, failure) -> {
                            if (failure == null) {
                                counts.add(Done.CANCELLED);
                            } else {
                                refused(failure);
                            }
                            return null;
                        }));
    }

    /** Counts a refusal as a result; an unreachable API ends the playback. */
    private void refused(Throwable failure) {
        Throwable cause = Results.cause(failure);
        if (!(cause instanceof ApiException)) {
            throw new CompletionException(cause);
        }
        counts.add(Done.REFUSED);
    }

    private String key(String kind, String reference) {
        return "simulate:" + run + ":" + kind + ":" + reference;
    }
}
