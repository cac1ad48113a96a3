package com.fusioncommerce.platform.parts;

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

/** All parts of a platform. */
public final class Catalogue {
    /** A part whose address is given from outside is used, not started. */
    private static final Map<String, List<String>> STANDS_FOR = Map.of(
            PlatformConfig.KAFKA, List.of(KafkaPart.NAME),
            PlatformConfig.REGISTRY_URL, List.of(RegistryPart.NAME),
            PlatformConfig.DRUID_URL, List.of(ZooKeeperPart.NAME, DruidPart.NAME));

    private final PlatformConfig config;

    /** The parts that a platform with this configuration has. */
    public Catalogue(PlatformConfig config) {
        this.config = config;
    }

    /** Every part, each after those that it needs. They are stopped in the reverse of this order. */
    public List<Part> all() {
        return List.of(
                new KafkaPart(config),
                new RegistryPart(config),
                new ZooKeeperPart(config),
                new DruidPart(config),
                new TopicsStep(config),
                new SchemasStep(config),
                new IngestionStep(config),
                new FlinkPart(config),
                new ApiPart(config));
    }

    /**
     * The chosen parts and whatever they need, without those whose address is given from outside.
     *
     * @param chosen names; empty for all
     * @throws IllegalArgumentException if there is no such part; the message lists all
     */
    public List<Part> select(Set<String> chosen) {
        List<Part> all = all();
        Set<String> names = all.stream().map(Part::name).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> unknown = new LinkedHashSet<>(chosen);
        unknown.removeAll(names);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "no part is named " + String.join(", ", unknown) + "; there are " + String.join(", ", names));
        }
        Set<String> wanted = chosen.isEmpty() ? names : withNeeds(chosen, all);
        STANDS_FOR.forEach((variable, parts) -> {
            if (config.isGiven(variable)) {
                wanted.removeAll(parts);
            }
        });
        return all.stream().filter(part -> wanted.contains(part.name())).toList();
    }

    private static Set<String> withNeeds(Set<String> chosen, List<Part> all) {
        Set<String> wanted = new LinkedHashSet<>(chosen);
        List<Part> lastFirst = new ArrayList<>(all);
        Collections.reverse(lastFirst);
        lastFirst.stream().filter(part -> wanted.contains(part.name())).forEach(part -> wanted.addAll(part.needs()));
        // A step is part of what it works on.
        all.stream()
                .filter(part -> part instanceof Step && wanted.containsAll(part.needs()))
                .forEach(step -> wanted.add(step.name()));
        return wanted;
    }
}
