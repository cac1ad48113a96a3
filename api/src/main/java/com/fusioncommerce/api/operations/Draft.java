package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.streams.kernel.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
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
    Tag tag;
    Access access;
    Audience audience;
    Shape body;
    Consumer<Call> guard = call -> {};
    Consumer<Input> check = in -> {};
    ProblemType missing;
    Resource<?> resource;
    boolean vital;

    Draft(String method, String path, String id) {
        this.method = method;
        this.path = path;
        this.id = id;
    }

    /** What it does, in some words, and the part of the API that it belongs to. */
    public Draft titled(Tag part, String words) {
        tag = part;
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

    /** Who of the tenant may use it. */
    public Draft of(Audience whom) {
        audience = whom;
        return this;
    }

    /** That everyone of the tenant may use it, shoppers too. */
    public Draft forEveryone() {
        return of(new Audience.Everyone());
    }

    /** That staff and services may use it only. */
    public Draft forStaff() {
        return of(new Audience.Staff());
    }

    /** That a customer may use it, and finds there what is the customer's own. */
    public Draft forOwner() {
        return of(new Audience.Owner());
    }

    /** That a customer may use it who is the one that the request names: its id, or null. */
    public Draft forOwner(Function<Input, String> named) {
        return of(new Audience.NamedOwner(named));
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

    /** The body that it needs: its schema's name in the document, and its fields. */
    public Draft body(String name, Field<?>... fields) {
        return body(Shape.named(name, fields));
    }

    /** An example of the body: names and values in turn. */
    public Draft example(Object... namesAndValues) {
        return body(body.example(namesAndValues));
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

    /** Refusals of the domain that its command can meet. */
    public Draft refuses(Refusal... more) {
        return refuses(Arrays.stream(more).map(ProblemType::of).toArray(ProblemType[]::new));
    }

    /** That it is answered whatever the server is busy with. */
    public Draft vital() {
        vital = true;
        return this;
    }

    /** The refusal that says that there is no such thing; of an operation that reads also where its path cannot name one. */
    public Draft missing(ProblemType type) {
        missing = type;
        return this;
    }

    /** The answer to a command: the state of the resource as of its decision. */
    public Draft answers(String words) {
        return answers(Answer.json(200, words, resource.shown().schema())
                .with(Answer.Header.CONSISTENCY_TOKEN, Answer.Header.ETAG)
                .leading(resource.links()));
    }

    /** The answer to a reader: the state of the resource with its version, and 304 for a caller who has that. */
    public Draft versioned(String words, Link... links) {
        return takes(StandardParameters.IF_NONE_MATCH)
                .answers(
                        Answer.json(200, words, resource.shown().schema())
                                .with(Answer.Header.ETAG)
                                .leading(List.of(links)),
                        Answer.empty(304, "The caller has this version.").with(Answer.Header.ETAG));
    }

    /** That it reads one key's state, on the instance that has it. */
    public Draft fresh() {
        return takes(StandardParameters.CONSISTENCY_TOKEN)
                .refuses(ProblemType.STATE_UNAVAILABLE, ProblemType.STORE_BEHIND);
    }

    /** Sends a command to the resource, and answers with its state as of the command's decision. */
    public <C extends SpecificRecord> Operation sends(Class<C> command, Function<Input, C> payload) {
        Resource<?> to = resource;
        return sends(command, payload, (in, sent) -> to.key(in), Sending.showing(to.shown()));
    }

    /**
     * Sends a command.
     *
     * @param command the command's class
     * @param payload makes the command of a request
     * @param key from a request and its command to the key that decides it
     * @param accepted makes the answer
     */
    public <C extends SpecificRecord> Operation sends(
            Class<C> command, Function<Input, C> payload, BiFunction<Input, C, String> key, Sending.Accepted accepted) {
        takes(StandardParameters.IDEMPOTENCY_KEY).refuses(Sending.PROBLEMS.toArray(ProblemType[]::new));
        return new Operation(this, new Sending<>(command, payload, key, accepted));
    }

    /** Reads the resource. */
    public Operation reads(String words) {
        return reads(words, resource.inStore());
    }

    /** Reads the resource with a finder of its own. */
    public Operation reads(String words, Reading.Finder finder, Link... links) {
        return fresh().versioned(words, links).does(new Reading(resource, finder));
    }

    /** Does what {@code behaviour} says. */
    public Operation does(Behaviour behaviour) {
        return new Operation(this, behaviour);
    }
}
