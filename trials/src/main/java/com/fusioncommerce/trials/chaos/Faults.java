package com.fusioncommerce.trials.chaos;

import com.fusioncommerce.platform.config.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults that make sense on a platform. */
final class Faults {
    /** Groups with network faults; the others have few clients, or are only clients. */
    private static final Set<String> CUT_OFF = Set.of("kafka", "api", "flink-jobs");

    /** Left out: ZooKeeper belongs to Druid, which is in the list. */
    private static final String ZOOKEEPER = "zookeeper";

    private Faults() {}

    /**
     * All faults of these parts, by part.
     *
     * @param parts names of the running servers
     */
    static List<Fault> of(Shape shape, List<String> parts) {
        List<Fault> faults = new ArrayList<>();
        for (String part : parts) {
            String group = new Fault(FaultKind.KILL, part).group();
            if (group.equals(ZOOKEEPER)) {
                continue;
            }
            faults.add(new Fault(FaultKind.KILL, part));
            faults.add(new Fault(FaultKind.FREEZE, part));
            if (CUT_OFF.contains(group)) {
                faults.add(new Fault(FaultKind.CUT, part));
            }
        }
        diskOf(parts, "kafka", shape.brokers()).ifPresent(part -> faults.add(new Fault(FaultKind.FULL, part)));
        diskOf(parts, "api", shape.nodes()).ifPresent(part -> faults.add(new Fault(FaultKind.FULL, part)));
        return faults;
    }

    /** The last part of a group gets the small disk: if there are several, the others stay available. */
    private static Optional<String> diskOf(List<String> parts, String group, int number) {
        String name = number == 1 ? group : group + "-" + number;
        return parts.stream().filter(name::equals).findFirst();
    }
}
