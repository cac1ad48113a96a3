package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.Policy;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import org.apache.avro.specific.SpecificRecord;

/** Read-only access to the stores, for a cascade. */
interface Store {
    <S extends SpecificRecord> S state(Aggregate<S> aggregate, String key);

    <T extends SpecificRecord> T reference(ReferenceTable<T> table, String key);

    /** Whether a policy reacts to an event of this time, from another group or job. */
    boolean hears(Policy policy, long at, long now);
}
