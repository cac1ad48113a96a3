package com.fusioncommerce.api.commands;

import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.threads.Holder;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;

/**
 * Bounds what is under way, in all, for a tenant and for one of its shoppers, so that one tenant's flood is its own, one
 * shopper's flood is that shopper's, and none is ours.
 */
public final class Admission {
    /** A burst of buyers is no overload, however slow it was before. */
    private static final int ALWAYS = 512;

    private final int most;
    private final int mostOfTenant;
    private final ProblemType holderFull;
    private final DoubleSupplier share;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentMap<String, Integer> ofTenant = new ConcurrentHashMap<>();
    private final ConcurrentMap<Holder, Integer> ofShopper = new ConcurrentHashMap<>();

    /**
     * Bounds.
     *
     * @param most under way in all
     * @param mostOfTenant under way for one tenant
     * @param holderFull the problem when a tenant or a shopper has reached its bound
     */
    public Admission(int most, int mostOfTenant, ProblemType holderFull) {
        this(most, mostOfTenant, holderFull, () -> 1);
    }

    /** The same, where only a share of all bounds, from 0 to 1, can be used now; a few are let in always. */
    Admission(int most, int mostOfTenant, ProblemType holderFull, DoubleSupplier share) {
        this.most = most;
        this.mostOfTenant = mostOfTenant;
        this.holderFull = holderFull;
        this.share = share;
    }

    /**
     * Lets one in; {@link #leave} must follow.
     *
     * @throws ProblemException 429 if the tenant or the shopper has too many under way, 503 if all have
     */
    public void enter(Holder holder) {
        if (all.incrementAndGet() > now(most)) {
            all.decrementAndGet();
            throw full();
        }
        int mine = ofTenant.merge(holder.tenant(), 1, Integer::sum);
        int own = holder.isShopper() ? ofShopper.merge(holder, 1, Integer::sum) : 0;
        if (mine > now(mostOfTenant) || own > ofShopperNow()) {
            leave(holder);
            throw fullFor(holder);
        }
    }

    /**
     * Refuses as {@link #enter} would now, and lets nobody in: to refuse early is cheap, and what a flood costs is what the
     * accepted go without.
     *
     * @throws ProblemException 429 if the tenant or the shopper has too many under way, 503 if all have
     */
    public void requireRoom(Holder holder) {
        if (all.get() >= now(most)) {
            throw full();
        }
        if (ofTenant.getOrDefault(holder.tenant(), 0) >= now(mostOfTenant)
                || ofShopper.getOrDefault(holder, 0) >= ofShopperNow()) {
            throw fullFor(holder);
        }
    }

    private int now(int bound) {
        return Math.max(Math.min(bound, ALWAYS), (int) (bound * share.getAsDouble()));
    }

    private int ofShopperNow() {
        return Holder.ofShopper(now(mostOfTenant));
    }

    private static ProblemException full() {
        return Problem.retryable(ProblemType.OVERLOADED, "Try again in a moment.", 1)
                .raised();
    }

    private ProblemException fullFor(Holder holder) {
        String bounds = "At most " + now(mostOfTenant) + " at once";
        String detail = holder.isShopper() ? bounds + ", of one customer " + ofShopperNow() + "." : bounds + ".";
        return Problem.retryable(holderFull, detail, 1).raised();
    }

    /** Lets one out. */
    public void leave(Holder holder) {
        all.decrementAndGet();
        ofTenant.computeIfPresent(holder.tenant(), (key, count) -> count == 1 ? null : count - 1);
        ofShopper.computeIfPresent(holder, (key, count) -> count == 1 ? null : count - 1);
    }

    /** How many are under way. */
    public int underWay() {
        return all.get();
    }
}
