/**
 * Synthetic shoppers: a seeded, pure generator of their actions. Training learns from its labels; the platform's
 * simulator plays the same actions against the HTTP API. The same settings give the same actions, on every machine.
 */
package com.fusioncommerce.models.simulation;
