package com.fusioncommerce.trials.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Peak throughput of a server: the highest rate of successes over several numbers of clients in a closed loop.
 *
 * @param byClients results by number of clients
 */
public record Peak(Map<Integer, LoadResult> byClients) {

    /** Measures each number of clients in turn, for the same time each. */
    public static Peak find(LoadClient client, List<Integer> clients, Duration each, RequestSource source)
            throws IOException {
        Map<Integer, LoadResult> results = new LinkedHashMap<>();
        for (int number : clients) {
            results.put(number, client.closed(number, each, source, Answer.Observer.none()));
        }
        return new Peak(results);
    }

    /** Successes a second at the peak. */
    public double perSecond() {
        return byClients.values().stream()
                .mapToDouble(result -> result.perSecond(LoadResult::isSuccess))
                .max()
                .orElse(0);
    }
}
