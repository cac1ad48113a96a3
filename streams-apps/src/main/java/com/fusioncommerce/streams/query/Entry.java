package com.fusioncommerce.streams.query;

import org.apache.avro.specific.SpecificRecord;

/**
 * A row of a list.
 *
 * @param cursor its place in the list, after which the next page begins
 * @param value the row
 */
public record Entry<S extends SpecificRecord>(String cursor, S value) {}
