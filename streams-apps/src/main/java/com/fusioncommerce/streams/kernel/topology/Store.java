package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Policy;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import org.apache.avro.specific.SpecificRecord;

/** Read-only access to the stores, for a cascade. */
interface Store {
    <S extends SpecificRecord> S state(Aggregate<S> aggregate, String key);

    <T extends SpecificRecord> T reference(ReferenceTable<T> table, String key);

    /** Whether an event from elsewhere is one that a policy listens to, by its time. */
    boolean hears(Policy policy, long at, long now);
}
