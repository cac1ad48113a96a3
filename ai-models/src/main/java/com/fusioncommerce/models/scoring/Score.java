package com.fusioncommerce.models.scoring;

import java.util.List;

/**
 * A model's score of one row.
 *
 * @param value 0 to 1
 * @param reasons why the value is high, the strongest first; empty for values below one half
 */
public record Score(float value, List<String> reasons) {
    /** Copies the reasons. */
    public Score {
        reasons = List.copyOf(reasons);
    }
}
