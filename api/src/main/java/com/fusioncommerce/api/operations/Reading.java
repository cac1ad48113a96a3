package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Reply;
import com.fusioncommerce.streams.query.Copies;
import com.fusioncommerce.streams.query.StoreRef;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Reads the state of one key, on the instance that has it. */
public final class Reading implements Behaviour {
    private final StoreRef<?> store;
    private final Function<Input, String> key;
    private final Finder finder;

    /** Finds a state on this instance. */
    @FunctionalInterface
    public interface Finder {
        /**
         * The state as an answer.
         *
         * @throws ProblemException if there is none
         */
        CommandReplies.Versioned find(Backend backend, Input in, String key, Copies copies);
    }

    Reading(StoreRef<?> store, Function<Input, String> key, Finder finder) {
        this.store = store;
        this.key = key;
        this.finder = finder;
    }

    /** Finds a state in its store; refuses where there is none, with a sentence that names what is missing. */
    public static <S extends SpecificRecord> Finder orRefuse(
            StoreRef<S> store, Representation<S> shown, ProblemType missing, Function<Input, String> sentence) {
        return (backend, in, key, copies) -> shown.of(
                in.tenant(),
                backend.queries()
                        .get(store, key, copies)
                        .orElseThrow(() -> ProblemException.of(missing, sentence.apply(in))));
    }

    /** Finds a state in its store, or takes another one where there is none. */
    public static <S extends SpecificRecord> Finder orElse(
            StoreRef<S> store, Representation<S> shown, Function<Input, S> absent) {
        return (backend, in, key, copies) -> shown.of(
                in.tenant(), backend.queries().get(store, key, copies).orElseGet(() -> absent.apply(in)));
    }

    @Override
    public CompletionStage<Reply> on(Backend backend, Input in) {
        String at = key.apply(in);
        return backend.reads().read(in.call(), in::target, store, at, copies -> CommandReplies.versioned(
                        in.call(), finder.find(backend, in, at, copies))
                .now());
    }
}
