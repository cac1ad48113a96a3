package com.fusioncommerce.flink.fraud;

import com.fusioncommerce.flink.stream.AvroType;
import com.fusioncommerce.schemas.fraud.OrderScored;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfo;

/**
 * A score on its way out.
 *
 * @param key of the order
 * @param headers of the score's event; the same whenever the same order is scored again
 * @param event what the model said
 */
public record ScoredOrder(
        String key,
        Map<String, String> headers,
        @TypeInfo(AvroType.Factory.class) OrderScored event) {}
