package com.fusioncommerce.trials.chaos;

import java.time.Duration;

/**
 * What a run of chaos does.
 *
 * @param seed of the schedule of faults and of what shoppers do
 * @param lasting how long faults go on
 * @param rate requests a second
 * @param choice which faults
 * @param warmUp how long the load runs at least before anything is measured
 * @param calm how long the load runs then before the first fault
 * @param recovery how long the platform may take to be well again after a fault
 * @param drain how long everything may take to arrive once the load has ended
 */
record ChaosSettings(
        long seed,
        Duration lasting,
        double rate,
        FaultChoice choice,
        Duration warmUp,
        Duration calm,
        Duration recovery,
        Duration drain) {}
