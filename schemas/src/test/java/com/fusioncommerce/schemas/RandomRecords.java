package com.fusioncommerce.schemas;

import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.avro.util.RandomData;

/** Instances of any record type with random content. */
final class RandomRecords {
    private RandomRecords() {}

    static SpecificRecord of(Class<? extends SpecificRecord> type, long seed) {
        SpecificData model = SpecificData.getForClass(type);
        return type.cast(new RandomData(model, model.getSchema(type), 1, seed, false)
                .iterator()
                .next());
    }
}
