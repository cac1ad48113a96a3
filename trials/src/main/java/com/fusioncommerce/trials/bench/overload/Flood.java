package com.fusioncommerce.trials.bench.overload;

import com.fusioncommerce.trials.bench.load.Latency;
import com.fusioncommerce.trials.bench.load.LoadResult;
import com.fusioncommerce.trials.bench.report.Check;
import java.util.List;

/**
 * Result of more orders than the platform can take.
 *
 * @param name factor of overload, for people
 * @param answers of the API
 */
public record Flood(String name, LoadResult answers) {

    /**
     * Checks: every request is answered with 201, 429 or 503, refusals carry {@code Retry-After}, and some orders are
     * accepted.
     */
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

    /** Latency of acceptance, from the send time. */
    Latency accepting() {
        return answers.served(LoadResult::isSuccess);
    }

    /** Latency of refusal, from the send time. */
    Latency refusing() {
        return answers.served(LoadResult::isRefusal);
    }
}
