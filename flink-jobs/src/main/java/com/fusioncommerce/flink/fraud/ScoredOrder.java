package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.flink.stream.AvroType;
import com.fusioncommerce.schemas.fraud.OrderScored;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A score that is to be sent.
 *
 * @param key the order's key
 * @param headers headers of the score's event; the same whenever the same order is scored again
 * @param event the score's event
 */
public record ScoredOrder(
        String key,
        Map<String, String> headers,
        @TypeInfo(AvroType.Factory.class) OrderScored event) {}
