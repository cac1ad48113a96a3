package com.fusioncommerce.api.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The transfers of slow clients, bounded in memory and in time. When a bound is reached, the oldest transfer is cut
 * off: an honest one takes milliseconds and so is hardly ever the oldest. Safe for threads.
 */
final class Transfers {
    private static final String NO_ROOM = "other clients need the memory";
    private static final String TOO_SLOW = "slower than the least rate";

    private final ClientBounds bounds;
    private final LongSupplier nanoTime;
    private final Set<Transfer> byAge = new LinkedHashSet<>();
    private final Map<String, Long> ofClient = new HashMap<>();
    private long bytes;

    Transfers(ClientBounds bounds, LongSupplier nanoTime) {
        this.bounds = bounds;
        this.nanoTime = nanoTime;
    }

    ClientBounds bounds() {
        return bounds;
    }

    /** Sets the bytes that a transfer holds; if they exceed a bound, the oldest transfers are cut off. */
    void hold(Transfer transfer, long now) {
        List<Transfer> givingWay = new ArrayList<>();
        synchronized (this) {
            byAge.add(transfer);
            count(transfer, now);
            String client = transfer.client(bounds);
            long excess = client == null ? 0 : ofClient.getOrDefault(client, 0L) - bounds.bytesOfAddress();
            for (Transfer old : bytes > bounds.bytes() || excess > 0 ? List.copyOf(byAge) : List.<Transfer>of()) {
                if (bytes <= bounds.bytes() && excess <= 0) {
                    break;
                }
                boolean helps = bytes > bounds.bytes() || (client != null && client.equals(old.client(bounds)));
                if (helps && old.held() > 0) {
                    excess -= client != null && client.equals(old.client(bounds)) ? old.held() : 0;
                    remove(old);
                    givingWay.add(old);
                }
            }
        }
        givingWay.forEach(old -> old.cutOff(NO_ROOM));
    }

    /** Removes a transfer that has ended. */
    synchronized void end(Transfer transfer) {
        remove(transfer);
    }

    /** Cuts off the transfers that are too slow. */
    void look() {
        long now = nanoTime.getAsLong();
        List<Transfer> slow = new ArrayList<>();
        synchronized (this) {
            for (Transfer transfer : byAge) {
                if (now - transfer.startedAt() > transfer.allowedNs()) {
                    slow.add(transfer);
                }
            }
            slow.forEach(this::remove);
        }
        slow.forEach(transfer -> transfer.cutOff(TOO_SLOW));
    }

    /** Bytes held by all transfers. */
    synchronized long bytes() {
        return bytes;
    }

    /** Number of transfers. */
    synchronized int underWay() {
        return byAge.size();
    }

    private void remove(Transfer transfer) {
        if (byAge.remove(transfer)) {
            count(transfer, 0);
        }
    }

    private void count(Transfer transfer, long held) {
        long more = held - transfer.held();
        transfer.hold(held);
        bytes += more;
        String client = transfer.client(bounds);
        if (client != null && more != 0) {
            ofClient.merge(client, more, Transfers::sumOrNothing);
        }
    }

    private static Long sumOrNothing(Long before, Long more) {
        long sum = before + more;
        return sum == 0 ? null : sum;
    }
}
