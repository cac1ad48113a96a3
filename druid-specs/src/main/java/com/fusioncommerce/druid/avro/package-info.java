/**
 * An extension of Druid: the input format {@code confluent_avro}, which reads Avro records in Confluent wire format by
 * the schemas of a registry. Runs inside Druid, on Druid's and the JDK's classes and Avro only, and uses nothing else
 * of this module.
 */
package com.fusioncommerce.druid.avro;
