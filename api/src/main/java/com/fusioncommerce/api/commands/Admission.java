package com.fusioncommerce.api.commands;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;

/** Bounds what is under way, in all and a tenant, so that one tenant's flood is its own, and none is ours. */
public final class Admission {
    /** A burst of buyers is no overload, however slow it was before. */
    private static final int ALWAYS = 512;

    private final int most;
    private final int mostOfTenant;
    private final ProblemType tenantFull;
    private final DoubleSupplier share;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentMap<String, Integer> ofTenant = new ConcurrentHashMap<>();

    /**
     * Bounds.
     *
     * @param most under way in all
     * @param mostOfTenant under way for one tenant
     * @param tenantFull the problem when a tenant has reached its bound
     */
    public Admission(int most, int mostOfTenant, ProblemType tenantFull) {
        this(most, mostOfTenant, tenantFull, () -> 1);
    }

    /** The same, where only a share of both bounds, from 0 to 1, can be used now; a few are let in always. */
    Admission(int most, int mostOfTenant, ProblemType tenantFull, DoubleSupplier share) {
        this.most = most;
        this.mostOfTenant = mostOfTenant;
        this.tenantFull = tenantFull;
        this.share = share;
    }

    /**
     * Lets one in; {@link #leave} must follow.
     *
     * @throws ProblemException 429 if the tenant has too many under way, 503 if all have
     */
    public void enter(String tenant) {
        if (all.incrementAndGet() > now(most)) {
            all.decrementAndGet();
            throw full();
        }
        int mine = ofTenant.merge(tenant, 1, Integer::sum);
        if (mine > now(mostOfTenant)) {
            leave(tenant);
            throw fullForTenant();
        }
    }

    /**
     * Refuses as {@link #enter} would now, and lets nobody in: to refuse early is cheap, and what a flood costs is what the
     * accepted go without.
     *
     * @throws ProblemException 429 if the tenant has too many under way, 503 if all have
     */
    public void requireRoom(String tenant) {
        if (all.get() >= now(most)) {
            throw full();
        }
        if (ofTenant.getOrDefault(tenant, 0) >= now(mostOfTenant)) {
            throw fullForTenant();
        }
    }

    private int now(int bound) {
        return Math.max(Math.min(bound, ALWAYS), (int) (bound * share.getAsDouble()));
    }

    private static ProblemException full() {
        return Problem.retryable(ProblemType.OVERLOADED, "Try again in a moment.", 1)
                .raised();
    }

    private ProblemException fullForTenant() {
        return Problem.retryable(tenantFull, "At most " + now(mostOfTenant) + " at once.", 1)
                .raised();
    }

    /** Lets one out. */
    public void leave(String tenant) {
        all.decrementAndGet();
        ofTenant.computeIfPresent(tenant, (key, count) -> count == 1 ? null : count - 1);
    }

    /** How many are under way. */
    public int underWay() {
        return all.get();
    }
}
