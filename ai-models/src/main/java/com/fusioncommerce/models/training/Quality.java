package com.fusioncommerce.models.training;

import java.util.Arrays;
import java.util.Comparator;

/** Measures how well scores separate fraud from purchases. */
final class Quality {
    private final float[] scores;
    private final boolean[] fraudulent;
    private final Integer[] byScore;
    private final long positives;

    /** Scores and their true labels; both labels must occur. */
    Quality(float[] scores, boolean[] fraudulent) {
        if (scores.length != fraudulent.length) {
            throw new IllegalArgumentException(scores.length + " scores, " + fraudulent.length + " labels");
        }
        this.scores = scores.clone();
        this.fraudulent = fraudulent.clone();
        this.byScore = new Integer[scores.length];
        Arrays.setAll(byScore, i -> i);
        Arrays.sort(
                byScore, Comparator.comparingDouble((Integer i) -> scores[i]).reversed());
        this.positives = Arrays.stream(byScore).filter(i -> fraudulent[i]).count();
        if (positives == 0 || positives == scores.length) {
            throw new IllegalArgumentException("quality needs frauds and purchases");
        }
    }

    /** Area under the ROC curve: the probability that a fraud scores above a purchase, a tie counting half. */
    double areaUnderRoc() {
        double wins = 0;
        long purchasesBelow = scores.length - positives;
        for (int from = 0; from < byScore.length; ) {
            int to = endOfTie(from);
            long frauds = frauds(from, to);
            long purchases = to - from - frauds;
            purchasesBelow -= purchases;
            wins += frauds * (purchasesBelow + purchases / 2.0);
            from = to;
        }
        return wins / positives / (scores.length - positives);
    }

    /** Precision averaged over the recalls at which it changes, ties taken together: sum of (R - R before) x P. */
    double averagePrecision() {
        double sum = 0;
        long found = 0;
        for (int from = 0; from < byScore.length; ) {
            int to = endOfTie(from);
            long frauds = frauds(from, to);
            found += frauds;
            sum += (double) frauds / positives * found / to;
            from = to;
        }
        return sum;
    }

    /** The confusion matrix of a gate at this threshold; scores at or above the threshold are stopped. */
    Confusion at(double threshold) {
        long stopped = 0;
        long caught = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] >= threshold) {
                stopped++;
                caught += fraudulent[i] ? 1 : 0;
            }
        }
        return new Confusion(
                caught, stopped - caught, positives - caught, scores.length - positives - (stopped - caught));
    }

    private int endOfTie(int from) {
        int to = from + 1;
        while (to < byScore.length && scores[byScore[to]] == scores[byScore[from]]) {
            to++;
        }
        return to;
    }

    private long frauds(int from, int to) {
        return Arrays.stream(byScore, from, to).filter(i -> fraudulent[i]).count();
    }

    /**
     * Confusion matrix: orders by label and decision.
     *
     * @param fraudStopped frauds stopped
     * @param honestStopped purchases stopped
     * @param fraudPassed frauds let through
     * @param honestPassed purchases let through
     */
    record Confusion(long fraudStopped, long honestStopped, long fraudPassed, long honestPassed) {
        /** Share of frauds among the stopped orders; 1 if none is stopped. */
        double precision() {
            long stopped = fraudStopped + honestStopped;
            return stopped == 0 ? 1 : (double) fraudStopped / stopped;
        }

        /** Share of the frauds that are stopped. */
        double recall() {
            return (double) fraudStopped / (fraudStopped + fraudPassed);
        }

        /** Share of the purchases that are stopped. */
        double falsePositiveRate() {
            return (double) honestStopped / (honestStopped + honestPassed);
        }
    }
}
