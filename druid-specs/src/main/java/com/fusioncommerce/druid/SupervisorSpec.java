package com.fusioncommerce.druid;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A supervisor spec, by which Druid ingests a topic continuously.
 *
 * @param dataSource data source that the supervisor fills, and the supervisor's id
 * @param json the whole spec
 */
public record SupervisorSpec(String dataSource, ObjectNode json) {}
