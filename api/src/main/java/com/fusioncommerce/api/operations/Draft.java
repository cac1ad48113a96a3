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

/** Builder of an operation. The last call sets the behaviour and builds it. */
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

    /** Sets the tag and the summary. */
    public Draft titled(Tag part, String words) {
        tag = part;
        summary = words;
        return this;
    }

    /** Sets the description. */
    public Draft described(String text) {
        description = text;
        return this;
    }

    /** Requires a bearer token with one of these scopes. */
    public Draft needs(Scope scope, Scope... others) {
        return open(Access.bearer(scope, others));
    }

    /** Sets an access other than a bearer token. */
    public Draft open(Access to) {
        access = to;
        return this;
    }

    /** Sets the audience within the tenant. */
    public Draft of(Audience whom) {
        audience = whom;
        return this;
    }

    /** Allows everyone of the tenant, including shoppers. */
    public Draft forEveryone() {
        return of(new Audience.Everyone());
    }

    /** Allows staff and services only. */
    public Draft forStaff() {
        return of(new Audience.Staff());
    }

    /** Allows customers, restricted to their own resources. */
    public Draft forOwner() {
        return of(new Audience.Owner());
    }

    /** Allows the customer that the request names, by id or null. */
    public Draft forOwner(Function<Input, String> named) {
        return of(new Audience.NamedOwner(named));
    }

    /** Adds parameters, those of the path in its order. */
    public Draft takes(Parameter<?>... more) {
        parameters.addAll(List.of(more));
        return this;
    }

    /** Sets the required body. */
    public Draft body(Shape shape) {
        body = shape;
        return this;
    }

    /** Sets the required body by its schema name and its fields. */
    public Draft body(String name, Field<?>... fields) {
        return body(Shape.named(name, fields));
    }

    /** Sets an example of the body: names and values in turn. */
    public Draft example(Object... namesAndValues) {
        return body(body.example(namesAndValues));
    }

    /** Sets a validation across fields, which notes errors. */
    public Draft checks(Consumer<Input> rules) {
        check = rules;
        return this;
    }

    /** Sets a check that may refuse the call before the body is read. */
    public Draft beforeBody(Consumer<Call> refusing) {
        guard = refusing;
        return this;
    }

    /** Adds successful answers. */
    public Draft answers(Answer... more) {
        answers.addAll(List.of(more));
        return this;
    }

    /** Adds problem types beyond those derived from the declaration. */
    public Draft refuses(ProblemType... more) {
        refusals.addAll(List.of(more));
        return this;
    }

    /** Adds refusals by the domain of the operation's command. */
    public Draft refuses(Refusal... more) {
        return refuses(Arrays.stream(more).map(ProblemType::of).toArray(ProblemType[]::new));
    }

    /** Marks the operation as answered under any load. */
    public Draft vital() {
        vital = true;
        return this;
    }

    /** Sets the problem for a missing resource; of reads also for a path that cannot name one. */
    public Draft missing(ProblemType type) {
        missing = type;
        return this;
    }

    /** Adds the answer to a command: the resource's state as of the command's decision. */
    public Draft answers(String words) {
        return answers(Answer.json(200, words, resource.shown().schema())
                .with(Answer.Header.CONSISTENCY_TOKEN, Answer.Header.ETAG)
                .leading(resource.links()));
    }

    /** Adds the answer to a read: the resource's state with its version, and 304 for a caller who has that version. */
    public Draft versioned(String words, Link... links) {
        return takes(StandardParameters.IF_NONE_MATCH)
                .answers(
                        Answer.json(200, words, resource.shown().schema())
                                .with(Answer.Header.ETAG)
                                .leading(List.of(links)),
                        Answer.empty(304, "The caller has this version.").with(Answer.Header.ETAG));
    }

    /** Marks a read of one key, answered by the instance that hosts it. */
    public Draft fresh() {
        return takes(StandardParameters.CONSISTENCY_TOKEN)
                .refuses(ProblemType.STATE_UNAVAILABLE, ProblemType.STORE_BEHIND);
    }

    /** Builds an operation that sends a command to the resource, and answers with the state as of its decision. */
    public <C extends SpecificRecord> Operation sends(Class<C> command, Function<Input, C> payload) {
        Resource<?> to = resource;
        return sends(command, payload, (in, sent) -> to.key(in), Sending.showing(to.shown()));
    }

    /**
     * Builds an operation that sends a command.
     *
     * @param command the command's class
     * @param payload from a request to its command
     * @param key from a request and its command to the aggregate's key
     * @param accepted from an accepted command to the answer
     */
    public <C extends SpecificRecord> Operation sends(
            Class<C> command, Function<Input, C> payload, BiFunction<Input, C, String> key, Sending.Accepted accepted) {
        takes(StandardParameters.IDEMPOTENCY_KEY).refuses(Sending.PROBLEMS.toArray(ProblemType[]::new));
        return new Operation(this, new Sending<>(command, payload, key, accepted));
    }

    /** Builds an operation that reads the resource. */
    public Operation reads(String words) {
        return reads(words, resource.inStore());
    }

    /** Builds an operation that reads the resource by a custom finder. */
    public Operation reads(String words, Reading.Finder finder, Link... links) {
        return fresh().versioned(words, links).does(new Reading(resource, finder));
    }

    /** Builds an operation with a custom behaviour. */
    public Operation does(Behaviour behaviour) {
        return new Operation(this, behaviour);
    }
}
