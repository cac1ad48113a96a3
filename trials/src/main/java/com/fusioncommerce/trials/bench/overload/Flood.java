package com.fusioncommerce.trials.bench.overload;

import com.fusioncommerce.trials.bench.load.Latency;
import com.fusioncommerce.trials.bench.load.LoadResult;
import com.fusioncommerce.trials.bench.report.Check;
import java.util.List;

/**
 * What came of more orders than can be taken.
 *
 * @param name how much more, for people
 * @param answers of the API
 */
public record Flood(String name, LoadResult answers) {

    /** What must be so: everyone has an answer, the accepted have what they asked for, the others know when to retry. */
    public List<Check> checks() {
        return List.of(
                check(
                        "everything that was sent was answered, by 201, 429 or 503",
                        answers.failedCount() == 0 && answers.count(status -> !isForeseen(status)) == 0,
                        answers.counts()),
                check(
                        "whoever was refused was told when to try again",
                        answers.refusedWithoutRetryAfterCount() == 0,
                        answers.refusedWithoutRetryAfterCount() + " were not"),
                check(
                        "some orders were taken",
                        answers.count(LoadResult::isSuccess) > 0,
                        answers.count(LoadResult::isSuccess) + " were"));
    }

    private Check check(String what, boolean passed, String detail) {
        return new Check(name + ": " + what, passed, detail);
    }

    private static boolean isForeseen(int status) {
        return status == 201 || LoadResult.isRefusal(status);
    }

    /** Accepted orders a second. */
    double accepted() {
        return answers.perSecond(LoadResult::isSuccess);
    }

    /** How long it took to accept, from sending. */
    Latency accepting() {
        return answers.served(LoadResult::isSuccess);
    }

    /** How long it took to refuse, from sending. */
    Latency refusing() {
        return answers.served(LoadResult::isRefusal);
    }
}
