package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;

/**
 * Access check of shoppers' commands, limited to the shopper's own aggregates. It runs before every handler, so that
 * new commands are checked without an edit, and on the states of the decision, so that nothing changes in between.
 * Commands that callers cannot send are not checked: a policy acts for the platform, whoever caused its event.
 */
final class Reach {
    private final List<Aggregate<?>> owned = new ArrayList<>();
    private final Map<Class<?>, Function<SpecificRecord, String>> founding = new HashMap<>();
    private final Set<Class<?>> asked = new HashSet<>();

    void keep(Aggregate<?> aggregate) {
        if (aggregate.ownership().isPresent()) {
            owned.add(aggregate);
        }
    }

    void handle(Class<? extends SpecificRecord> command) {
        if (Messages.of(command).isAskedFor()) {
            asked.add(command);
        }
    }

    @SuppressWarnings("unchecked") // The function is given the commands of its own class only.
    <C extends SpecificRecord> void found(Class<C> command, Function<C, String> customer) {
        founding.put(command, (Function<SpecificRecord, String>) customer);
    }

    /** The refusal of a command that the actor may not send; empty if the actor may. */
    Optional<Decision> refusal(SpecificRecord command, Context context) {
        if (!asked.contains(command.getClass()) || context.actor().keptTo().isEmpty()) {
            return Optional.empty();
        }
        Actor actor = context.actor();
        Function<SpecificRecord, String> named = founding.get(command.getClass());
        if (named != null) {
            return actor.reaches(named.apply(command))
                    ? Optional.empty()
                    : Optional.of(Decision.reject(CommonRefusals.NOT_OWNER, "it is for another customer"));
        }
        if (owned.isEmpty()) {
            return Optional.of(Decision.reject(CommonRefusals.STAFF_ONLY, "it is for staff and services"));
        }
        boolean own = customers(context.id(), context::state).anyMatch(actor::reaches);
        return own ? Optional.empty() : Optional.of(missing(context.id()));
    }

    /** The customer who owns an aggregate; empty where none does. */
    Optional<String> customer(String id, States states) {
        // Asked for every event, also of the many domains in which nothing is a customer's.
        return owned.isEmpty() ? Optional.empty() : customers(id, states::get).findFirst();
    }

    private Stream<String> customers(String id, Lookup states) {
        return owned.stream().flatMap(aggregate -> customer(aggregate, id, states).stream());
    }

    private Decision missing(String id) {
        return owned.get(0).ownership().orElseThrow().missing().apply(id);
    }

    private interface Lookup {
        <S extends SpecificRecord> S get(Aggregate<S> aggregate, String id);
    }

    private static <S extends SpecificRecord> Optional<String> customer(
            Aggregate<S> aggregate, String id, Lookup states) {
        return Optional.ofNullable(states.get(aggregate, id))
                .map(aggregate.ownership().orElseThrow().customer());
    }
}
