package com.fusioncommerce.flink.testing;

import com.fusioncommerce.flink.stream.RawRecord;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;

/** Bounded sources of given records. */
public final class ListSource {
    private static final Map<String, List<RawRecord>> RECORDS = new ConcurrentHashMap<>();

    private ListSource() {}

    /** A source of these records, at least one, in their order where it runs with parallelism 1. */
    public static DataGeneratorSource<RawRecord> of(List<RawRecord> records) {
        String id = UUID.randomUUID().toString();
        RECORDS.put(id, List.copyOf(records));
        return new DataGeneratorSource<>(
                index -> RECORDS.get(id).get(index.intValue()), records.size(), TypeInformation.of(RawRecord.class));
    }
}
