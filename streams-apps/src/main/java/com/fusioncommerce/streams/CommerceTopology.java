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
    /** Tables that no decider looks at, but whoever asks the application for them. */
    private static final List<ReferenceTable<?>> FOR_QUERIES = List.of(Inventory.SPREAD_TABLE);

    private CommerceTopology() {}

    /**
     * All groups, and each reference table once; {@code changes} hears of every state that is written, and {@code active}
     * of the stores of each task while it runs, and {@code observer} of what tasks write.
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
        // Last: state lies on disk under the number of its sub-topology, and what was added first keeps its number.
        FOR_QUERIES.forEach(table -> GroupTopology.addReference(topology, table, codec));
        return topology;
    }
}
