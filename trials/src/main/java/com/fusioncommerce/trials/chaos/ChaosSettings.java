package com.fusioncommerce.trials.chaos;

import java.time.Duration;

/**
 * Settings of a chaos run.
 *
 * @param seed of the schedule of faults and of the shoppers' actions
 * @param lasting duration of the faults
 * @param rate requests a second
 * @param choice the selected faults
 * @param warmUp least duration of the load before measuring
 * @param calm duration of the load after that, before the first fault
 * @param recovery timeout for recovery after a fault
 * @param drain timeout for consumers to catch up after the load
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
