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
 * Admission control: bounds the pending requests in total, per tenant and per shopper, so that a flood of one tenant or
 * shopper exhausts only their own share.
 */
public final class Admission {
    /** Number of requests that are admitted at any measured capacity: a burst of buyers is no overload. */
    private static final int ALWAYS = 512;

    private final int most;
    private final int mostOfTenant;
    private final ProblemType holderFull;
    private final DoubleSupplier share;
    private final AtomicInteger all = new AtomicInteger();
    private final ConcurrentMap<String, Integer> ofTenant = new ConcurrentHashMap<>();
    private final ConcurrentMap<Holder, Integer> ofShopper = new ConcurrentHashMap<>();

    /**
     * Creates an admission control.
     *
     * @param most maximum pending requests
     * @param mostOfTenant maximum pending requests per tenant
     * @param holderFull the problem if a tenant or a shopper has reached its bound
     */
    public Admission(int most, int mostOfTenant, ProblemType holderFull) {
        this(most, mostOfTenant, holderFull, () -> 1);
    }

    /**
     * The same with a capacity: the current share, from 0 to 1, of all bounds that can be used; a few are always
     * admitted.
     */
    Admission(int most, int mostOfTenant, ProblemType holderFull, DoubleSupplier share) {
        this.most = most;
        this.mostOfTenant = mostOfTenant;
        this.holderFull = holderFull;
        this.share = share;
    }

    /**
     * Admits one request; {@link #leave} must follow.
     *
     * @throws ProblemException 429 if the bound of the tenant or the shopper is reached, 503 if the total bound is
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
     * Checks the bounds as {@link #enter} does, without admitting: an early refusal is cheap, and saves capacity for
     * the admitted.
     *
     * @throws ProblemException 429 if the bound of the tenant or the shopper is reached, 503 if the total bound is
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

    /** Releases one admitted request. */
    public void leave(Holder holder) {
        all.decrementAndGet();
        ofTenant.computeIfPresent(holder.tenant(), (key, count) -> count == 1 ? null : count - 1);
        ofShopper.computeIfPresent(holder, (key, count) -> count == 1 ? null : count - 1);
    }

    /** Number of pending requests. */
    public int underWay() {
        return all.get();
    }
}
