package com.fusioncommerce.trials.bench.peers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One run of the harness's own client against a running shop: reads by {@code wrk}, orders and a hot SKU by Node.
 *
 * @param harness the harness with the client
 * @param plan times and numbers of clients
 */
record HarnessRun(Harness harness, Plan plan) {

    /** All measurements, one JSON node each, as the client prints them. */
    List<JsonNode> of(MeasuredShop shop) throws IOException, InterruptedException {
        Map<String, String> settings = new HashMap<>(shop.adapterSettings());
        settings.put("ATTACH", "1");
        settings.put("PIDS", shop.servers().stream().map(String::valueOf).collect(Collectors.joining(",")));
        settings.put("WARM", Long.toString(plan.warmUp().toSeconds()));
        settings.put("DUR", Long.toString(plan.window().toSeconds()));
        settings.put("CONNS", joined(plan.connections()));
        settings.put("SHOPPERS", joined(plan.shoppers()));
        settings.put("HOT", Integer.toString(plan.buyers()));
        settings.put("HOT_STOCK", Integer.toString(plan.stock()));
        settings.put("MODES", "free");
        // One try: the machine's quietness is reported for the whole run.
        settings.put("TRIES", "1");
        settings.put("QUIET_WAIT", "0");
        String printed = harness.command(
                harness.folder().resolve("bench"),
                List.of("node", "bench.js", shop.adapter(), "reads,orders,hot"),
                settings);
        List<JsonNode> measured = new ArrayList<>();
        printed.lines().filter(line -> line.startsWith("{")).forEach(line -> measured.add(Json.of(line)));
        return measured;
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
