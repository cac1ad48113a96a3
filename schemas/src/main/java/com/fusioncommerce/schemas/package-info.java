/**
 * The platform's contracts: Avro messages (generated, one package a domain), the catalogue of topics, the form of keys
 * and headers, and the serde that speaks Confluent wire format against a schema registry. Depends on no other module.
 */
package com.fusioncommerce.schemas;
