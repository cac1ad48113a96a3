package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.streams.query.StoreRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** An operation while it is declared. What it does comes last and completes it. */
public final class Draft {
    final String method;
    final String path;
    final String id;
    final List<Parameter<?>> parameters = new ArrayList<>();
    final List<Answer> answers = new ArrayList<>();
    final List<ProblemType> refusals = new ArrayList<>();
    String summary = "";
    String description = "";
    String tag = "";
    Access access;
    Shape body;
    Consumer<Call> guard = call -> {};
    Consumer<Input> check = in -> {};
    ProblemType missing;

    Draft(String method, String path, String id) {
        this.method = method;
        this.path = path;
        this.id = id;
    }

    /** What it does, in some words, and the part of the API that it belongs to. */
    public Draft titled(String group, String words) {
        tag = group;
        summary = words;
        return this;
    }

    /** More about it. */
    public Draft described(String text) {
        description = text;
        return this;
    }

    /** Who may use it: a bearer token with one of these scopes. */
    public Draft needs(Scope scope, Scope... others) {
        return open(Access.bearer(scope, others));
    }

    /** Who may use it, where that is not a bearer token. */
    public Draft open(Access to) {
        access = to;
        return this;
    }

    /** Parameters that it takes, those of its path in their order there. */
    public Draft takes(Parameter<?>... more) {
        parameters.addAll(List.of(more));
        return this;
    }

    /** The body that it needs. */
    public Draft body(Shape shape) {
        body = shape;
        return this;
    }

    /** Rules that hold between fields: notes what is wrong. */
    public Draft checks(Consumer<Input> rules) {
        check = rules;
        return this;
    }

    /** What is refused before the body is looked at. */
    public Draft beforeBody(Consumer<Call> refusing) {
        guard = refusing;
        return this;
    }

    /** Answers that it has when all goes well. */
    public Draft answers(Answer... more) {
        answers.addAll(List.of(more));
        return this;
    }

    /** Refusals that it has beside those that follow from the rest. */
    public Draft refuses(ProblemType... more) {
        refusals.addAll(List.of(more));
        return this;
    }

    /** The refusal that says that there is no such thing; of an operation that reads also where its path cannot name one. */
    public Draft missing(ProblemType type) {
        missing = type;
        return this;
    }

    /** Whether the answer has the state's version, so that 304 tells a caller who has it. */
    public Draft versioned(Representation<?> shown, String words, List<Link> links) {
        return takes(StandardParameters.IF_NONE_MATCH)
                .answers(
                        Answer.json(200, words, shown.schema()).with(Answer.Header.ETAG).leading(links),
                        Answer.empty(304, "The caller has this version.").with(Answer.Header.ETAG));
    }

    /** That it reads one key's state, on the instance that has it. */
    public Draft fresh() {
        return takes(StandardParameters.CONSISTENCY_TOKEN)
                .refuses(ProblemType.STATE_UNAVAILABLE, ProblemType.STORE_BEHIND);
    }

    /**
     * Sends a command and answers with the state as of its decision.
     *
     * @param command the command's class
     * @param payload makes the command of a request
     * @param key from tenant and command to the key that decides it
     * @param shown the state in the answer
     * @param words about the answer
     * @param links of the answer
     */
    public <C extends SpecificRecord, S extends SpecificRecord> Operation sends(
            Class<C> command,
            Function<Input, C> payload,
            BiFunction<String, C, String> key,
            Representation<S> shown,
            String words,
            List<Link> links) {
        answers(Answer.json(200, words, shown.schema())
                .with(Answer.Header.CONSISTENCY_TOKEN, Answer.Header.ETAG)
                .leading(links));
        return sends(command, payload, key, Sending.showing(shown));
    }

    /** Sends a command whose answer is made by {@code accepted}. */
    public <C extends SpecificRecord> Operation sends(
            Class<C> command, Function<Input, C> payload, BiFunction<String, C, String> key, Sending.Accepted accepted) {
        takes(StandardParameters.IDEMPOTENCY_KEY).refuses(Sending.PROBLEMS.toArray(ProblemType[]::new));
        return new Operation(this, new Sending<>(command, payload, key, accepted));
    }

    /**
     * Reads a state.
     *
     * @param store where it lies
     * @param key from a request to the state's key
     * @param shown the state in the answer
     * @param words about the answer
     * @param links of the answer
     * @param reading finds the state
     */
    public <S extends SpecificRecord> Operation reads(
            StoreRef<S> store,
            Function<Input, String> key,
            Representation<S> shown,
            String words,
            List<Link> links,
            Reading.Finder reading) {
        return fresh().versioned(shown, words, links).does(new Reading(store, key, reading));
    }

    /** Does what {@code behaviour} says. */
    public Operation does(Behaviour behaviour) {
        return new Operation(this, behaviour);
    }
}
