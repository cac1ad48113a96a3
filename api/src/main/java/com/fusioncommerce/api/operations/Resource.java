package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Access;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.streams.query.Copies;
import com.fusioncommerce.streams.query.StoreRef;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * The common parts of all operations on one kind of state: its path and key, its scopes and audience, its store, its
 * representation and its links. Commands to the resource have the same key.
 *
 * @param <S> the state
 */
public final class Resource<S extends SpecificRecord> {
    private final StoreRef<S> store;
    private final Representation<S> shown;
    private String path;
    private Function<Input, String> key;
    private Parameter<?>[] parameters;
    private Tag group;
    private Access readers;
    private Access writers;
    private Audience audienceOfReads;
    private Audience audienceOfWrites;
    private ProblemType missing;
    private Function<Input, String> sentence;
    private List<Link> links = List.of();

    private Resource(StoreRef<S> store, Representation<S> shown) {
        this.store = store;
        this.shown = shown;
        if (store.customer().isPresent()) {
            audienceOfReads = new Audience.Owner();
            audienceOfWrites = new Audience.Owner();
        }
    }

    /** A resource of the states in a store, with their representation. */
    public static <S extends SpecificRecord> Resource<S> of(StoreRef<S> store, Representation<S> shown) {
        return new Resource<>(store, shown);
    }

    /** Sets the path, the key of a request and the path's parameters. */
    public Resource<S> at(String template, Function<Input, String> named, Parameter<?>... in) {
        path = template;
        key = named;
        parameters = in.clone();
        return this;
    }

    /** Sets the tag, and the scopes to read and to write; the scope to write includes reading. */
    public Resource<S> in(Tag part, Scope reading, Scope writing) {
        group = part;
        readers = Access.bearer(reading, writing);
        writers = Access.bearer(writing);
        return this;
    }

    /** Marks the resource as the tenant's: everyone reads it, staff and services write it. */
    public Resource<S> shared() {
        audienceOfReads = new Audience.Everyone();
        audienceOfWrites = new Audience.Staff();
        return this;
    }

    /** Sets the problem of a missing resource; reads raise it also for an invalid path. */
    public Resource<S> missing(ProblemType type, Function<Input, String> words) {
        missing = type;
        sentence = words;
        return this;
    }

    /** Sets the links of the answers to commands. */
    public Resource<S> linked(Link... next) {
        links = List.of(next);
        return this;
    }

    /** A draft of an operation that reads the resource. */
    public Draft get(String id, String below, String words) {
        Draft draft = draft("GET", id, below, words).open(readers).of(audienceOfReads);
        return missing == null ? draft : draft.missing(missing);
    }

    /** A draft of an operation that acts on the resource. */
    public Draft post(String id, String below, String words) {
        return draft("POST", id, below, words).open(writers).of(audienceOfWrites);
    }

    /** A draft of an operation that sets the resource. */
    public Draft put(String id, String below, String words) {
        return draft("PUT", id, below, words).open(writers).of(audienceOfWrites);
    }

    private Draft draft(String method, String id, String below, String words) {
        Draft draft = new Draft(method, path + below, id).titled(group, words).takes(parameters);
        draft.resource = this;
        return draft;
    }

    /** A finder of states in the store, which raises a problem if there is none. */
    public Reading.Finder inStore() {
        return (backend, in, at, copies) -> shown.of(in.call().principal(), get(backend, in, at, copies));
    }

    /**
     * A state in the store. A customer's state is visible to that customer, to staff and to services; others get not
     * found.
     *
     * @throws ProblemException if the state is missing or not visible
     */
    public S get(Backend backend, Input in, String at, Copies copies) {
        return find(backend, in, at, copies).orElseThrow(() -> ProblemException.of(missing, sentence.apply(in)));
    }

    private Optional<S> find(Backend backend, Input in, String at, Copies copies) {
        return backend.queries().get(store, at, copies).filter(state -> in.reaches(store, state));
    }

    /** A finder of states in the store, with a default if there is none. */
    public Reading.Finder orElse(Function<Input, S> absent) {
        return (backend, in, at, copies) ->
                shown.of(in.call().principal(), find(backend, in, at, copies).orElseGet(() -> absent.apply(in)));
    }

    StoreRef<S> store() {
        return store;
    }

    Representation<S> shown() {
        return shown;
    }

    String key(Input in) {
        return key.apply(in);
    }

    List<Link> links() {
        return links;
    }
}
