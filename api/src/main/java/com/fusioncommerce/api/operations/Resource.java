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
 * What all operations on one kind of state have in common: its address and the key that this names, who may read and write
 * it, where it lies, how clients see it, and what they may do next. Commands about it are sent under the same key.
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

    /** States in a store, as clients see them. */
    public static <S extends SpecificRecord> Resource<S> of(StoreRef<S> store, Representation<S> shown) {
        return new Resource<>(store, shown);
    }

    /** Where it stands, the key that an address names, and the parameters in it. */
    public Resource<S> at(String template, Function<Input, String> named, Parameter<?>... in) {
        path = template;
        key = named;
        parameters = in.clone();
        return this;
    }

    /** The part of the API that it belongs to, and the scopes to read and to write it: who may write may read. */
    public Resource<S> in(Tag part, Scope reading, Scope writing) {
        group = part;
        readers = Access.bearer(reading, writing);
        writers = Access.bearer(writing);
        return this;
    }

    /** That it is the tenant's: everyone reads it, and staff and services write it. */
    public Resource<S> shared() {
        audienceOfReads = new Audience.Everyone();
        audienceOfWrites = new Audience.Staff();
        return this;
    }

    /** How it is told that there is none at an address; a path that cannot be an address is told the same to readers. */
    public Resource<S> missing(ProblemType type, Function<Input, String> words) {
        missing = type;
        sentence = words;
        return this;
    }

    /** What a client may do next with the answer to a command about it. */
    public Resource<S> linked(Link... next) {
        links = List.of(next);
        return this;
    }

    /** An operation that reads it. */
    public Draft get(String id, String below, String words) {
        Draft draft = draft("GET", id, below, words).open(readers).of(audienceOfReads);
        return missing == null ? draft : draft.missing(missing);
    }

    /** An operation that does something with it. */
    public Draft post(String id, String below, String words) {
        return draft("POST", id, below, words).open(writers).of(audienceOfWrites);
    }

    /** An operation that sets it. */
    public Draft put(String id, String below, String words) {
        return draft("PUT", id, below, words).open(writers).of(audienceOfWrites);
    }

    private Draft draft(String method, String id, String below, String words) {
        Draft draft = new Draft(method, path + below, id).titled(group, words).takes(parameters);
        draft.resource = this;
        return draft;
    }

    /** Finds a state in its store, and refuses where there is none. */
    public Reading.Finder inStore() {
        return (backend, in, at, copies) -> shown.of(in.call().principal(), get(backend, in, at, copies));
    }

    /**
     * A state in its store. One that belongs to a customer is there for that customer, for staff and for services; everybody
     * else is told that there is none.
     *
     * @throws ProblemException if there is none
     */
    public S get(Backend backend, Input in, String at, Copies copies) {
        return find(backend, in, at, copies).orElseThrow(() -> ProblemException.of(missing, sentence.apply(in)));
    }

    private Optional<S> find(Backend backend, Input in, String at, Copies copies) {
        return backend.queries().get(store, at, copies).filter(state -> in.reaches(store, state));
    }

    /** Finds a state in its store, or takes another one where there is none. */
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
