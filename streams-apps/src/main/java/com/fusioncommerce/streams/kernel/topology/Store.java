package com.fusioncommerce.streams.kernel.topology;

import com.fusioncommerce.streams.kernel.Aggregate;
import com.fusioncommerce.streams.kernel.ReferenceTable;
import org.apache.avro.specific.SpecificRecord;

/** Read-only access to the stores, for a cascade. */
interface Store {
    <S extends SpecificRecord> S state(Aggregate<S> aggregate, String key);

    <T extends SpecificRecord> T reference(ReferenceTable<T> table, String key);
}
