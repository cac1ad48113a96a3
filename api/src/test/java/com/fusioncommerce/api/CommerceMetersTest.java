package com.fusioncommerce.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.common.CommandRefused;
import com.fusioncommerce.schemas.orders.DecidedBy;
import com.fusioncommerce.schemas.orders.FraudDecision;
import com.fusioncommerce.schemas.orders.OrderConfirmed;
import com.fusioncommerce.schemas.orders.OrderRejected;
import com.fusioncommerce.schemas.orders.OrderSummary;
import com.fusioncommerce.streams.kernel.topology.TaskObserver.DeadLetterKind;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommerceMetersTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CommerceMeters meters = new CommerceMeters(registry);

    private static FraudDecision by(DecidedBy by, boolean accepted, String version) {
        return new FraudDecision(by, accepted, null, version == null ? null : "fraud", version);
    }

    private static OrderConfirmed confirmed(FraudDecision decision) {
        return new OrderConfirmed("main~1", new OrderSummary(), decision, 1L);
    }

    @Test
    void decisions_are_counted_by_who_decided_and_by_the_models_version() {
        meters.event(confirmed(by(DecidedBy.DEADLINE_RULE, true, null)));
        meters.event(confirmed(by(DecidedBy.MODEL, true, "7")));
        meters.event(new OrderRejected("main~2", new OrderSummary(), by(DecidedBy.MODEL, false, "7"), List.of(), 1L));

        assertThat(registry.scrape().lines())
                .contains("order_decisions_total{by=\"deadline_rule\",decision=\"confirmed\",model_version=\"\"} 1.0")
                .contains("order_decisions_total{by=\"model\",decision=\"confirmed\",model_version=\"fraud/7\"} 1.0")
                .contains("order_decisions_total{by=\"model\",decision=\"rejected\",model_version=\"fraud/7\"} 1.0")
                .contains("orders_total{outcome=\"confirmed\"} 2.0")
                .contains("orders_total{outcome=\"rejected\"} 1.0")
                .contains("orders_total{outcome=\"expired\"} 0.0");
    }

    @Test
    void dead_letters_are_counted_by_topic_and_reason() {
        meters.deadLetter("orders.commands", DeadLetterKind.UNREADABLE);
        meters.deadLetter("orders.commands", DeadLetterKind.UNREADABLE);

        assertThat(registry.scrape().lines())
                .contains("dead_letters_total{reason=\"unreadable\",topic=\"orders.commands\"} 2.0");
    }

    @Test
    void refused_commands_of_policies_are_counted() {
        meters.event(new CommandRefused("score", "main~1", "RecordFraudScore", "unknown_order", "there is none", 1L));

        assertThat(registry.scrape().lines())
                .contains("policy_refusals_total{command=\"RecordFraudScore\",policy=\"score\","
                        + "reason=\"unknown_order\"} 1.0");
    }

    @Test
    void any_number_of_versions_makes_a_bounded_number_of_series() {
        for (int version = 0; version < 10 * CommerceMeters.MOST_VERSIONS; version++) {
            meters.event(confirmed(by(DecidedBy.MODEL, true, Integer.toString(version))));
        }

        assertThat(registry.scrape().lines().filter(line -> line.startsWith("order_decisions_total")))
                .hasSize(CommerceMeters.MOST_VERSIONS + 1)
                .anyMatch(line -> line.contains("model_version=\"other\"} 180.0"));
    }
}
