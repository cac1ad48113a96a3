package com.fusioncommerce.streams;

import com.fusioncommerce.schemas.common.Claim;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.kernel.topology.Names;
import com.fusioncommerce.streams.query.StoreRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;

/** References to the stores that every domain has. Those of its states stand beside its aggregates. */
public final class CommerceStores {
    private static final Map<String, StoreRef<CommandOutcome>> OUTCOMES =
            byDomain(Names::outcomes, CommandOutcome.class);
    private static final Map<String, StoreRef<Claim>> CLAIMS = byDomain(Names::claims, Claim.class);

    private CommerceStores() {}

    /** The domains that take commands, sorted. */
    public static List<String> domains() {
        return OUTCOMES.keySet().stream().sorted().toList();
    }

    /**
     * Outcomes of commands to a domain, by {@code tenant/command id}; they lie where the command's key lies. Domains of one
     * group share them. Empty where there is no such domain.
     */
    public static Optional<StoreRef<CommandOutcome>> outcomes(String domain) {
        return Optional.ofNullable(OUTCOMES.get(domain));
    }

    /** Claims of requests with an idempotency key to a domain, by {@code tenant/claim}. Empty as {@link #outcomes}. */
    public static Optional<StoreRef<Claim>> claims(String domain) {
        return Optional.ofNullable(CLAIMS.get(domain));
    }

    private static <S extends SpecificRecord> Map<String, StoreRef<S>> byDomain(
            UnaryOperator<String> store, Class<S> type) {
        Map<String, StoreRef<S>> stores = new HashMap<>();
        for (Group group : CommerceGroups.all()) {
            for (Domain domain : group.domains()) {
                stores.put(domain.name(), new StoreRef<>(store.apply(group.name()), type, domain.commands()));
            }
        }
        return Map.copyOf(stores);
    }
}
