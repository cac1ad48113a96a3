package com.fusioncommerce.streams.kernel;

import com.fusioncommerce.schemas.common.CommandRefused;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Decides the commands of a domain and folds its events, with a handler for each command and a fold for each event. */
public final class Decider {
    private final Map<Class<?>, Handler<SpecificRecord>> handlers = new HashMap<>();
    private final Map<Class<?>, Fold<SpecificRecord>> folds = new HashMap<>();
    private final Map<Class<?>, BiFunction<SpecificRecord, Context, Optional<SpecificRecord>>> shown = new HashMap<>();
    private final Reach reach = new Reach();
    private Function<Context, Optional<Decision>> settled = context -> Optional.empty();
    private Function<Context, Optional<SpecificRecord>> usuallyShown = context -> Optional.empty();

    Decider() {}

    @SuppressWarnings("unchecked") // A handler is given the commands of its own class only.
    <C extends SpecificRecord> void handle(Class<C> type, Handler<C> handler) {
        if (handlers.put(type, (Handler<SpecificRecord>) handler) != null) {
            throw new IllegalArgumentException("two handlers of " + type.getSimpleName());
        }
        reach.handle(type);
    }

    @SuppressWarnings("unchecked") // A fold is given the events of its own class only.
    <E extends SpecificRecord> void fold(Class<E> type, Fold<E> fold) {
        if (folds.put(type, (Fold<SpecificRecord>) fold) != null) {
            throw new IllegalArgumentException("two folds of " + type.getSimpleName());
        }
    }

    @SuppressWarnings("unchecked") // The function is given the commands of its own class only.
    <C extends SpecificRecord> void show(Class<C> type, BiFunction<C, Context, Optional<SpecificRecord>> state) {
        shown.put(type, (BiFunction<SpecificRecord, Context, Optional<SpecificRecord>>) (BiFunction<?, ?, ?>) state);
    }

    void show(Function<Context, Optional<SpecificRecord>> state) {
        usuallyShown = state;
    }

    void settle(Function<Context, Optional<Decision>> answer) {
        settled = answer;
    }

    Reach reach() {
        return reach;
    }

    /** The commands that have a handler. */
    public Set<Class<?>> commands() {
        return Set.copyOf(handlers.keySet());
    }

    /** The events that are folded. */
    public Set<Class<?>> events() {
        return Set.copyOf(folds.keySet());
    }

    /**
     * Decides a command against the current states. A command that the shopper may not send is refused before its
     * handler runs.
     *
     * @throws IllegalArgumentException if the domain takes no such command
     */
    public Decision decide(SpecificRecord command, Context context) {
        Handler<SpecificRecord> handler = known(handlers, command);
        return reach.refusal(command, context).orElseGet(() -> handler.decide(command, context));
    }

    /**
     * Folds an event into the states; a notice changes none.
     *
     * @throws IllegalArgumentException if the domain has no such event
     */
    public void evolve(SpecificRecord event, States states) {
        if (!(event instanceof CommandRefused)) {
            known(folds, event).apply(event, states);
        }
    }

    /** The customer who owns an aggregate in these states; empty where none does. */
    public Optional<String> customer(String id, States states) {
        return reach.customer(id, states);
    }

    /**
     * The deferred answer to a command; empty while the aggregate has not settled.
     *
     * @see Decision.Accepted#answerLater()
     */
    public Optional<Decision> settled(Context context) {
        return settled.apply(context);
    }

    /**
     * The state that the answer to a command shows, as of the end of its cascade; empty where the answer has the
     * decision's scalars alone. The state is kept with the answer, so that a repeated request gets the same answer.
     */
    public Optional<SpecificRecord> shown(SpecificRecord command, Context context) {
        var own = shown.get(command.getClass());
        return own == null ? usuallyShown.apply(context) : own.apply(command, context);
    }

    private static <T> T known(Map<Class<?>, T> all, SpecificRecord message) {
        T known = all.get(message.getClass());
        if (known == null) {
            throw new IllegalArgumentException(
                    message.getSchema().getName() + " belongs to another domain than " + all.keySet());
        }
        return known;
    }
}
