package com.fusioncommerce.streams;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.streams.inventory.Inventory;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import com.fusioncommerce.streams.kernel.topology.ActiveStores;
import com.fusioncommerce.streams.kernel.topology.GroupTopology;
import com.fusioncommerce.streams.kernel.topology.KernelConfig;
import com.fusioncommerce.streams.kernel.topology.StateChanges;
import com.fusioncommerce.streams.kernel.topology.TaskObserver;
import java.util.List;
import org.apache.kafka.streams.Topology;

/** The application's topology. */
public final class CommerceTopology {
    /** Reference tables that only queries read, and no decider. */
    private static final List<ReferenceTable<?>> FOR_QUERIES = List.of(Inventory.SPREAD_TABLE);

    private CommerceTopology() {}

    /**
     * The topology of all groups, with each reference table once. {@code changes} is told of every written state,
     * {@code active} of the stores of each running task, and {@code observer} of what tasks write.
     */
    public static Topology of(
            List<Group> groups,
            AvroCodec codec,
            KernelConfig config,
            StateChanges changes,
            ActiveStores active,
            TaskObserver observer) {
        Topology topology = new Topology();
        groups.stream()
                .flatMap(group -> group.domains().stream())
                .flatMap(domain -> domain.references().stream())
                .distinct()
                .forEach(table -> GroupTopology.addReference(topology, table, codec));
        groups.forEach(group -> GroupTopology.add(topology, group, codec, config, changes, active, observer));
        // Added last: state on disk is found by the number of its sub-topology, and those added earlier keep their
        // numbers.
        FOR_QUERIES.forEach(table -> GroupTopology.addReference(topology, table, codec));
        return topology;
    }
}
