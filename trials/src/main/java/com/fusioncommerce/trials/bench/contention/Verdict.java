package com.fusioncommerce.trials.bench.contention;

import com.fusioncommerce.trials.bench.load.Latency;
import com.fusioncommerce.trials.bench.load.LoadResult;
import com.fusioncommerce.trials.bench.report.Check;
import com.fusioncommerce.trials.bench.shop.Ledger;
import java.util.List;
import java.util.Map;

/**
 * What became of a round.
 *
 * @param toldReserved buyers who were told that their units are held
 * @param toldShort buyers who were told that there is not enough
 * @param askedAgain buyers who were not told at once: 202, 429 or 503
 * @param heldByApi units held, by place, as the API says
 */
public record Verdict(
        Round round,
        LoadResult answers,
        long toldReserved,
        long toldShort,
        long askedAgain,
        Ledger ledger,
        Map<String, Long> heldByApi) {

    /** Whether every buyer was told at once: so on a machine that has time for it. */
    Check atOnce() {
        return check("nobody had to ask again", askedAgain == 0, askedAgain + " had to");
    }

    /** What must be so, however slow the machine. */
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

    /** How long answers took. */
    Latency latency() {
        return answers.latency(status -> true);
    }
}
