package com.fusioncommerce.trials.chaos;

import com.fusioncommerce.trials.checker.Verdict;
import java.util.List;
import java.util.Map;

/**
 * What a run of chaos came to.
 *
 * @param seed with which it can be repeated
 * @param started ISO 8601
 * @param machine processors and memory
 * @param shape brokers, nodes and how Flink ran
 * @param minutes how long faults went on
 * @param rate requests a second
 * @param calm availability while nothing was broken
 * @param rounds what was broken, in order
 * @param notBroken faults that this machine does not permit, and why
 * @param notReached faults that time did not suffice for
 * @param acknowledged commands that were decided
 * @param unanswered commands that never had an answer
 * @param notSent requests that were not sent, since too many were under way
 * @param drained whether everything arrived in time once the load had ended
 * @param verdict the checker's
 */
record ChaosReport(
        long seed,
        String started,
        String machine,
        String shape,
        double minutes,
        double rate,
        Service calm,
        List<Round> rounds,
        Map<String, String> notBroken,
        List<String> notReached,
        int acknowledged,
        int unanswered,
        int notSent,
        boolean drained,
        Verdict verdict) {

    /** Availability of reads and writes. */
    record Service(Availability reads, Availability writes) {}

    /**
     * One round of faults.
     *
     * @param fault what was broken
     * @param atSeconds since the first round
     * @param brokenMs how long until the faults ended or were undone
     * @param recoveredMs how long after that until the platform was well again
     * @param recovered whether it was, in the time it had
     * @param service from the first fault until then
     */
    record Round(String fault, double atSeconds, long brokenMs, long recoveredMs, boolean recovered, Service service) {}

    /** Whether nothing was lost and everything recovered. */
    boolean green() {
        return verdict.green() && drained && unanswered == 0 && rounds.stream().allMatch(Round::recovered);
    }
}
