package com.fusioncommerce.streams.kernel;

import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * An index that lists aggregates by something else than their key.
 *
 * @param name the store's name
 * @param entries gives the keys, without the tenant, that an event adds; each ends in {@code /} and the aggregate's id
 */
public record View(String name, Function<SpecificRecord, List<String>> entries) {}
