package com.fusioncommerce.streams.query;

import org.apache.avro.specific.SpecificRecord;

/**
 * A row of a list.
 *
 * @param cursor its place in the list: what comes after it is asked for with this
 * @param value the row
 */
public record Entry<S extends SpecificRecord>(String cursor, S value) {}
