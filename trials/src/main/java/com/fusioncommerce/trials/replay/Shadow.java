package com.fusioncommerce.trials.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.AvroCodec;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topic;
import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.States;
import com.fusioncommerce.streams.kernel.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/**
 * State and views derived from events alone: no command is decided, no clock is read, nothing is sent. From {@link
 * #beginTail()} on it records all states of each changed entry.
 */
final class Shadow {
    private static final byte[] PRESENT = {1};

    private final Domain domain;
    private final AvroCodec codec;
    private final Disk disk;
    private final int firstTable;
    private final Map<String, Integer> tables = new HashMap<>();
    private Map<Entry, List<SpecificRecord>> passed;

    private record Entry(int table, String key) {}

    /** Uses the tables of a disk from {@code firstTable} on. */
    Shadow(Domain domain, AvroCodec codec, Disk disk, int firstTable) {
        this.domain = domain;
        this.codec = codec;
        this.disk = disk;
        this.firstTable = firstTable;
        domain.aggregates().forEach(aggregate -> addTable(aggregate.name()));
        domain.views().forEach(view -> addTable(view.name()));
    }

    private void addTable(String store) {
        tables.put(store, firstTable + tables.size());
    }

    /** The table of a store. */
    int table(String store) {
        return tables.get(store);
    }

    /** Begins the tail: the live state of entries changed from now on may be behind or ahead. */
    void beginTail() {
        passed = new HashMap<>();
    }

    /**
     * Folds an event.
     *
     * @param key of the record; contains the tenant
     */
    void fold(String key, SpecificRecord event) {
        String tenant = Keys.tenant(key);
        domain.decider().evolve(event, new TenantStates(tenant));
        for (View<?> view : domain.views()) {
            for (String entry : view.entriesOf(event)) {
                list(tables.get(view.name()), Keys.of(tenant, entry));
            }
        }
    }

    private void list(int table, String key) {
        byte[] bytes = key.getBytes(UTF_8);
        if (passed != null && disk.get(table, bytes) == null) {
            passed.computeIfAbsent(new Entry(table, key), any -> new ArrayList<>())
                    .add(null);
        }
        disk.put(table, bytes, PRESENT);
    }

    /** Whether an entry changed in the tail, and had this state at its beginning or after one of its events. */
    boolean passedThrough(String store, String key, SpecificRecord state) {
        List<SpecificRecord> states = passed.get(new Entry(table(store), key));
        return states != null && states.stream().anyMatch(other -> state == null ? other == null : state.equals(other));
    }

    private final class TenantStates implements States {
        private final String tenant;

        TenantStates(String tenant) {
            this.tenant = tenant;
        }

        @Override
        public <S extends SpecificRecord> S get(Aggregate<S> aggregate, String id) {
            byte[] bytes = disk.get(table(aggregate.name()), Keys.of(tenant, id).getBytes(UTF_8));
            return bytes == null ? null : codec.decode(bytes, aggregate.type());
        }

        @Override
        public <S extends SpecificRecord> void put(Aggregate<S> aggregate, String id, S state) {
            String key = Keys.of(tenant, id);
            if (passed != null) {
                passed.computeIfAbsent(new Entry(table(aggregate.name()), key), first -> {
                            List<SpecificRecord> states = new ArrayList<>();
                            states.add(get(aggregate, id));
                            return states;
                        })
                        .add(state);
            }
            disk.put(table(aggregate.name()), key.getBytes(UTF_8), codec.encode(Topic.STORES, state));
        }
    }
}
