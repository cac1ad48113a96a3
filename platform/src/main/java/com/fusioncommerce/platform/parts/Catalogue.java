package com.fusioncommerce.platform.parts;

import com.fusioncommerce.platform.config.FlinkMode;
import com.fusioncommerce.platform.config.PlatformConfig;
import com.fusioncommerce.platform.supervisor.Part;
import com.fusioncommerce.platform.supervisor.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The catalogue of all parts of a platform. */
public final class Catalogue {
    /** Parts by address variable: if the environment gives the address, they are not started. */
    private static final Map<String, List<String>> STANDS_FOR = Map.of(
            PlatformConfig.KAFKA, List.of(KafkaPart.NAME),
            PlatformConfig.REGISTRY_URL, List.of(RegistryPart.NAME),
            PlatformConfig.DRUID_URL, List.of(ZooKeeperPart.NAME, DruidPart.NAME));

    private final PlatformConfig config;

    /** Creates the parts of a platform with this configuration. */
    public Catalogue(PlatformConfig config) {
        this.config = config;
    }

    /** All parts in topological order of their dependencies. They are stopped in reverse order. */
    public List<Part> all() {
        List<Part> parts = new ArrayList<>(KafkaPart.all(config));
        parts.addAll(List.of(
                new RegistryPart(config),
                new ZooKeeperPart(config),
                new DruidPart(config),
                new TopicsStep(config),
                new SchemasStep(config),
                new IngestionStep(config)));
        parts.addAll(flink());
        parts.addAll(ApiPart.all(config));
        return List.copyOf(parts);
    }

    /**
     * Parts by their names or by the names of kinds, in the order of {@link #all()}.
     *
     * @param chosen names; empty for all
     * @throws IllegalArgumentException if there is no such part; the message lists all
     */
    public List<Part> named(Set<String> chosen) {
        List<Part> all = all();
        Set<String> unknown = new LinkedHashSet<>(chosen);
        all.forEach(part -> unknown.removeAll(List.of(part.name(), part.group())));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no part is named " + String.join(", ", unknown) + "; there are "
                    + all.stream().map(Part::name).collect(Collectors.joining(", ")));
        }
        return all.stream()
                .filter(part -> chosen.isEmpty() || chosen.contains(part.name()) || chosen.contains(part.group()))
                .toList();
    }

    /**
     * The chosen parts and their dependencies, without parts whose address the environment gives.
     *
     * @param chosen names of parts or kinds of parts; empty for all
     * @throws IllegalArgumentException if there is no such part; the message lists all
     */
    public List<Part> select(Set<String> chosen) {
        List<Part> all = all();
        Set<String> wanted = withNeeds(named(chosen), all);
        Set<String> given = STANDS_FOR.entrySet().stream()
                .filter(entry -> config.isGiven(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(part -> wanted.contains(part.name()) && !given.contains(part.group()))
                .toList();
    }

    private static boolean isBroker(Part part) {
        return part.group().equals(KafkaPart.NAME);
    }

    private List<Part> flink() {
        return config.shape().flink() == FlinkMode.CLUSTER
                ? FlinkCluster.parts(config)
                : List.of(new FlinkPart(config));
    }

    private static Set<String> withNeeds(List<Part> chosen, List<Part> all) {
        Set<String> wanted = chosen.stream().map(Part::name).collect(Collectors.toCollection(LinkedHashSet::new));
        if (chosen.stream().anyMatch(Catalogue::isBroker)) {
            // All brokers are started together: one of three has no quorum.
            all.stream().filter(Catalogue::isBroker).forEach(broker -> wanted.add(broker.name()));
        }
        List<Part> lastFirst = new ArrayList<>(all);
        Collections.reverse(lastFirst);
        lastFirst.stream().filter(part -> wanted.contains(part.name())).forEach(part -> wanted.addAll(part.needs()));
        // A step runs if all parts that it needs do.
        all.stream()
                .filter(part -> part instanceof Step && wanted.containsAll(part.needs()))
                .forEach(step -> wanted.add(step.name()));
        return wanted;
    }
}
