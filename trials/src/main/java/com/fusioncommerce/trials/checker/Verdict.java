package com.fusioncommerce.trials.checker;

import java.util.List;

/**
 * What a check came to.
 *
 * @param tenant whose data was checked
 * @param asOf milliseconds since the epoch: what was committed then was checked
 * @param drained whether nothing was under way any more, so that everything had to be finished
 * @param records records read, of all topics
 * @param tookMs milliseconds that the check took
 * @param findings one for each thing that must hold
 */
public record Verdict(String tenant, long asOf, boolean drained, long records, long tookMs, List<Finding> findings) {

    /**
     * One thing that must hold.
     *
     * @param property what must hold
     * @param examined how many events, orders or counts were looked at
     * @param gaps where it does not hold
     * @param notes what is worth knowing and no gap
     */
    public record Finding(String property, long examined, List<Gap> gaps, List<String> notes) {
        /** Copies the lists. */
        public Finding {
            gaps = List.copyOf(gaps);
            notes = List.copyOf(notes);
        }
    }

    /** Copies the list. */
    public Verdict {
        findings = List.copyOf(findings);
    }

    /** Whether everything holds. */
    public boolean green() {
        return findings.stream().allMatch(finding -> finding.gaps().isEmpty());
    }
}
