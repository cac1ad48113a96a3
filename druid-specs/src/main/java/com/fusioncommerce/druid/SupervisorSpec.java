package com.fusioncommerce.druid;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What tells Druid to ingest a topic, for ever.
 *
 * @param dataSource the data source it fills; Druid calls the supervisor by it
 * @param json the whole spec
 */
public record SupervisorSpec(String dataSource, ObjectNode json) {}
