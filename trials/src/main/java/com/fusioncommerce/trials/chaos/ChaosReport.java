package com.fusioncommerce.trials.chaos;

import com.fusioncommerce.trials.checker.Verdict;
import java.util.List;
import java.util.Map;

/**
 * Report of a chaos run.
 *
 * @param seed to repeat the run
 * @param started ISO 8601
 * @param machine processors and memory
 * @param shape brokers, nodes and Flink mode
 * @param minutes duration of the faults
 * @param rate requests a second
 * @param calm availability before the first fault
 * @param rounds rounds of faults, in order
 * @param notBroken faults that this machine does not permit, and why
 * @param notReached faults for which time did not suffice
 * @param acknowledged number of decided commands
 * @param unanswered number of commands never answered
 * @param notSent number of requests not sent, since too many were in progress
 * @param drained whether all consumers caught up in time after the load
 * @param verdict of the checker
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

    /** Availability of reads and of writes. */
    record Service(Availability reads, Availability writes) {}

    /**
     * One round of faults.
     *
     * @param fault the faults
     * @param atSeconds start, since the first round
     * @param brokenMs time until the faults ended or were undone
     * @param recoveredMs time from then until the platform had recovered
     * @param recovered whether it recovered in time
     * @param service availability from the first fault until recovery
     */
    record Round(String fault, double atSeconds, long brokenMs, long recoveredMs, boolean recovered, Service service) {}

    /** Whether nothing was lost and every round recovered. */
    boolean green() {
        return verdict.green() && drained && unanswered == 0 && rounds.stream().allMatch(Round::recovered);
    }
}
