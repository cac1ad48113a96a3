package com.fusioncommerce.flink.metrics;

import java.util.Map;
import org.apache.flink.metrics.CharacterFilter;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;

/** A metric group with a scope and variables of its own. */
final class TestGroup extends UnregisteredMetricsGroup implements LogicalScopeProvider {
    private final String scope;
    private final Map<String, String> variables;

    TestGroup(String scope, Map<String, String> variables) {
        this.scope = scope;
        this.variables = variables;
    }

    @Override
    public Map<String, String> getAllVariables() {
        return variables;
    }

    @Override
    public String getLogicalScope(CharacterFilter filter) {
        return filter.filterCharacters(scope);
    }

    @Override
    public String getLogicalScope(CharacterFilter filter, char delimiter) {
        return filter.filterCharacters(scope);
    }

    @Override
    public MetricGroup getWrappedMetricGroup() {
        return this;
    }
}
