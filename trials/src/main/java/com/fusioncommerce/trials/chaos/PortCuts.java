package com.fusioncommerce.trials.chaos;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts ports off by routing rules: packets to and from them are dropped, of open connections too. Works only in our own
 * network namespace, where the rules affect no other process.
 */
final class PortCuts {
    /** Priority of the local table, moved behind our rules: by default it comes first. */
    private static final String LOCAL_PRIORITY = "1000";

    private static final String CUT_PRIORITY = "10";

    private final Map<String, List<Integer>> ports;

    /** Creates cuts for the ports of each part. */
    PortCuts(Map<String, List<Integer>> ports) {
        this.ports = ports;
    }

    /**
     * Moves the rule for local addresses behind ours.
     *
     * @throws IOException if not permitted, or the kernel has no rules for ports
     */
    static void prepare() throws IOException {
        Command.run("ip", "rule", "add", "pref", LOCAL_PRIORITY, "lookup", "local");
        Command.run("ip", "rule", "del", "pref", "0");
        rule("add", "dport", 1);
        rule("del", "dport", 1);
    }

    Inflictor.Remedy cut(String part) throws IOException {
        List<Inflictor.Remedy> remedies = new ArrayList<>();
        for (int port : ports.getOrDefault(part, List.of())) {
            for (String end : List.of("dport", "sport")) {
                rule("add", end, port);
                remedies.add(() -> rule("del", end, port));
            }
        }
        return () -> {
            for (Inflictor.Remedy remedy : remedies) {
                remedy.apply();
            }
        };
    }

    private static void rule(String verb, String end, int port) throws IOException {
        Command.run(
                "ip",
                "rule",
                verb,
                "pref",
                CUT_PRIORITY,
                "ipproto",
                "tcp",
                end,
                Integer.toString(port),
                "type",
                "blackhole");
    }
}
