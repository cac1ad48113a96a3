package com.fusioncommerce.workloads.client;

import com.fasterxml.jackson.databind.JsonNode;

/** A successful answer: its HTTP status and its body. */
record Answer(int status, JsonNode body) {}
