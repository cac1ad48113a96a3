package com.fusioncommerce.streams.kernel;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * Says which customer a state belongs to. Shoppers reach their own only: of another customer's they are told what they would
 * be told if it were not there.
 *
 * @param customer from a state to the customer's id
 * @param missing the refusal of a command for an id that there is not
 */
public record Ownership<S extends SpecificRecord>(
        Function<S, String> customer, Function<String, Decision.Rejected> missing) {}
