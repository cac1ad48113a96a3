package com.fusioncommerce.api;

import com.fusioncommerce.schemas.common.CommandRefused;
import com.fusioncommerce.schemas.orders.FraudDecision;
import com.fusioncommerce.schemas.orders.OrderCancelled;
import com.fusioncommerce.schemas.orders.OrderConfirmed;
import com.fusioncommerce.schemas.orders.OrderCreated;
import com.fusioncommerce.schemas.orders.OrderExpired;
import com.fusioncommerce.schemas.orders.OrderRefused;
import com.fusioncommerce.schemas.orders.OrderRejected;
import com.fusioncommerce.schemas.orders.OrderReserved;
import com.fusioncommerce.streams.kernel.topology.TaskObserver;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * Counters of the decisions of this instance's domains. Labels have bounded cardinality: a tenant is no label. Safe for
 * threads.
 */
final class CommerceMeters implements TaskObserver {
    /** Maximum model versions with their own label; further versions share one. */
    static final int MOST_VERSIONS = 20;

    private static final String OTHER = "other";
    private static final Map<Class<? extends SpecificRecord>, String> OUTCOMES = Map.of(
            OrderCreated.class, "created",
            OrderReserved.class, "reserved",
            OrderConfirmed.class, "confirmed",
            OrderRefused.class, "refused",
            OrderRejected.class, "rejected",
            OrderCancelled.class, "cancelled",
            OrderExpired.class, "expired");

    private final MeterRegistry registry;
    private final Set<String> versions = ConcurrentHashMap.newKeySet();

    CommerceMeters(MeterRegistry registry) {
        this.registry = registry;
        // Counters start at 0: the first increment then already gives a rate.
        OUTCOMES.values().forEach(this::orders);
    }

    @Override
    public void event(SpecificRecord event) {
        String outcome = OUTCOMES.get(event.getClass());
        if (outcome != null) {
            orders(outcome).increment();
        }
        if (event instanceof OrderConfirmed confirmed) {
            decided(confirmed.getDecision());
        } else if (event instanceof OrderRejected rejected) {
            decided(rejected.getDecision());
        } else if (event instanceof CommandRefused refused) {
            refused(refused);
        }
    }

    /** Counts a refused command. The labels are bounded: code names policies, commands and reasons. */
    private void refused(CommandRefused refused) {
        Counter.builder("policy.refusals")
                .description("Commands of policies that were refused, by policy, command and reason")
                .tag("policy", refused.getPolicy())
                .tag("command", refused.getCommand())
                .tag("reason", refused.getReason())
                .register(registry)
                .increment();
    }

    @Override
    public void deadLetter(String topic, DeadLetterKind kind) {
        Counter.builder("dead.letters")
                .description("Messages and deadlines put aside, by the topic that they came from and why")
                .tag("topic", topic)
                .tag("reason", lower(kind))
                .register(registry)
                .increment();
    }

    private void decided(FraudDecision decision) {
        Counter.builder("order.decisions")
                .description("Orders let through or stopped, by who decided; model_version where a model did")
                .tag("by", lower(decision.getBy()))
                .tag("decision", decision.getAccepted() ? "confirmed" : "rejected")
                .tag("model_version", version(decision))
                .register(registry)
                .increment();
    }

    private String version(FraudDecision decision) {
        if (decision.getModel() == null) {
            return "";
        }
        String version = decision.getModel() + '/' + decision.getModelVersion();
        if (!versions.contains(version) && versions.size() >= MOST_VERSIONS) {
            return OTHER;
        }
        versions.add(version);
        return version;
    }

    private Counter orders(String outcome) {
        return Counter.builder("orders")
                .description("Orders that came to this: an order is counted at each step it takes")
                .tag("outcome", outcome)
                .register(registry);
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
