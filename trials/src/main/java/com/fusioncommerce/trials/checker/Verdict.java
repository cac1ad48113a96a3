package com.fusioncommerce.trials.checker;

import java.util.List;

/**
 * Result of a check.
 *
 * @param tenant the tenant checked
 * @param asOf milliseconds since the epoch: records committed by then were checked
 * @param drained whether nothing was in progress any more, so that everything had to be finished
 * @param records records read, of all topics
 * @param tookMs duration of the check in milliseconds
 * @param findings one per property
 */
public record Verdict(String tenant, long asOf, boolean drained, long records, long tookMs, List<Finding> findings) {

    /**
     * Result for one property.
     *
     * @param property description of the property
     * @param examined number of events, orders or counts checked
     * @param gaps violations
     * @param notes remarks that are no gaps
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

    /** Whether all properties hold. */
    public boolean green() {
        return findings.stream().allMatch(finding -> finding.gaps().isEmpty());
    }
}
