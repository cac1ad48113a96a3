/**
 * An extension of Druid: the input format {@code confluent_avro}, which reads Avro records in Confluent wire format by
 * the schemas of a registry. Runs inside Druid, and depends on Druid, the JDK and Avro only, not on the rest of this
 * module.
 */
package com.fusioncommerce.druid.avro;
