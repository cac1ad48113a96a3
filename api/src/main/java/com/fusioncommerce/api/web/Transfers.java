package com.fusioncommerce.api.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * The bodies and answers of slow clients, bounded in memory and in time. Where there is no room, the one that has been
 * under way longest gives way: an honest body or answer takes milliseconds, so that is nearly never one of these. Safe
 * for threads.
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

    /** A transfer holds so many bytes from now on; older ones give way where that is too much. */
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

    /** A transfer has ended, one way or the other. */
    synchronized void end(Transfer transfer) {
        remove(transfer);
    }

    /** Gives up those that are too slow. */
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

    /** Bytes held by all. */
    synchronized long bytes() {
        return bytes;
    }

    /** How many there are. */
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
