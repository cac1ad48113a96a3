package com.fusioncommerce.streams;

import com.fusioncommerce.schemas.common.Claim;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.kernel.topology.Names;
import com.fusioncommerce.streams.query.StoreRef;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;

/** References to the outcome and claim stores of every domain. State stores are declared beside their aggregates. */
public final class CommerceStores {
    private static final Map<String, StoreRef<CommandOutcome>> OUTCOMES =
            byDomain(Names::outcomes, CommandOutcome.class);
    private static final Map<String, StoreRef<Claim>> CLAIMS = byDomain(Names::claims, Claim.class);

    private CommerceStores() {}

    /**
     * Store of the outcomes of a domain's commands, by {@code tenant/command id}, partitioned by the command's key.
     * Domains of one group share it. Empty where there is no such domain.
     */
    public static Optional<StoreRef<CommandOutcome>> outcomes(String domain) {
        return Optional.ofNullable(OUTCOMES.get(domain));
    }

    /**
     * Store of the claims of a domain's idempotency keys, by {@code tenant/claim}. Empty where there is no such domain.
     */
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
