package com.fusioncommerce.trials.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The most that a server does: the highest rate of successes over several numbers of clients in a closed loop.
 *
 * @param byClients what came of each number of clients
 */
public record Peak(Map<Integer, LoadResult> byClients) {

    /** Looks for it, with so many clients after one another, each for so long. */
    public static Peak find(LoadClient client, List<Integer> clients, Duration each, RequestSource source)
            throws IOException {
        Map<Integer, LoadResult> results = new LinkedHashMap<>();
        for (int number : clients) {
            results.put(number, client.closed(number, each, source, Answer.Observer.none()));
        }
        return new Peak(results);
    }

    /** Successes a second. */
    public double perSecond() {
        return byClients.values().stream()
                .mapToDouble(result -> result.perSecond(LoadResult::isSuccess))
                .max()
                .orElse(0);
    }
}
