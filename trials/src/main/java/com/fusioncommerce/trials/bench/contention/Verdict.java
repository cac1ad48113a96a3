package com.fusioncommerce.trials.bench.contention;

import com.fusioncommerce.trials.bench.load.Latency;
import com.fusioncommerce.trials.bench.load.LoadResult;
import com.fusioncommerce.trials.bench.report.Check;
import com.fusioncommerce.trials.bench.shop.Ledger;
import java.util.List;
import java.util.Map;

/**
 * Result of a round.
 *
 * @param toldReserved orders answered as reserved
 * @param toldShort orders refused for insufficient stock
 * @param askedAgain orders without an immediate decision: 202, 429 or 503
 * @param heldByApi reserved units by pool and SKU, according to the API
 */
public record Verdict(
        Round round,
        LoadResult answers,
        long toldReserved,
        long toldShort,
        long askedAgain,
        Ledger ledger,
        Map<String, Long> heldByApi) {

    /** Check that every order was decided immediately, as on a machine with spare capacity. */
    Check atOnce() {
        return check("nobody had to ask again", askedAgain == 0, askedAgain + " had to");
    }

    /** Checks that must pass on any machine, however slow. */
    public List<Check> checks() {
        Check all = check(
                "every buyer was told one of the two, none an error, none in vain",
                toldReserved + toldShort == round.orders() && answers.failedCount() == 0,
                answers.counts());
        Check told = round.isCertain()
                ? check(
                        "exactly " + round.sold() + " were told that it is theirs",
                        toldReserved == round.sold(),
                        toldReserved + " reserved, " + toldShort + " insufficient_stock")
                : check(
                        "some were told that it is theirs, some that it is not",
                        toldReserved > 0 && toldShort > 0,
                        toldReserved + " reserved, " + toldShort + " insufficient_stock");
        Check events = check(
                "the events say what the buyers were told",
                ledger.created() == round.orders()
                        && ledger.reserved() == toldReserved
                        && ledger.refused() == toldShort
                        && ledger.undecided() == 0,
                ledger.created() + " created, " + ledger.reserved() + " reserved, " + ledger.refused() + " refused, "
                        + ledger.undecided() + " neither or both");
        Check once = check("no event is there twice", ledger.repeated() == 0, ledger.repeated() + " are");
        Check oversold = check(
                "at no moment was more held than there was, nor less than nothing",
                ledger.oversold() == 0,
                ledger.oversold() + " such moments");
        long owed = sum(ledger.owed());
        Check held = check(
                "what is held is what the reserved orders asked for, by the events and by the API",
                ledger.held().equals(ledger.owed()) && heldByApi.equals(ledger.owed()),
                owed + " units owed, " + sum(ledger.held()) + " held by the events, " + sum(heldByApi) + " by the API");
        return List.of(all, told, events, once, oversold, held);
    }

    private Check check(String what, boolean passed, String detail) {
        return new Check(round.name() + ": " + what, passed, detail);
    }

    private static long sum(Map<String, Long> units) {
        return units.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Latency of the answers. */
    Latency latency() {
        return answers.latency(status -> true);
    }
}
