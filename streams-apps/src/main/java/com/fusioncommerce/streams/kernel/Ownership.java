package com.fusioncommerce.streams.kernel;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * The owner of an aggregate's states. Shoppers may access their own only: a command for another customer's state is
 * refused as one for an unknown id.
 *
 * @param customer gives the customer's id of a state
 * @param missing gives the refusal of a command for an unknown id
 */
public record Ownership<S extends SpecificRecord>(
        Function<S, String> customer, Function<String, Decision.Rejected> missing) {}
