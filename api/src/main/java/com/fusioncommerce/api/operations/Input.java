package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.commands.CommandIds;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Fields;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.streams.query.StoreRef;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** One request to an operation: its parameters and fields, checked as they are declared. */
public final class Input {
    private final Operation operation;
    private final Call call;
    private final Object[] path;
    private CommandIds ids;
    private Values body;
    private String customer;

    /**
     * Reads and checks the path.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException if a part of it cannot be what it stands for
     */
    Input(Operation operation, Call call) {
        this.operation = operation;
        this.call = call;
        List<Parameter<?>> declared = operation.pathParameters();
        this.path = new Object[declared.size()];
        for (int i = 0; i < path.length; i++) {
            path[i] = declared.get(i).of(call, operation.wrongPath());
        }
    }

    /**
     * Reads and checks the body.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException that names every field that is wrong
     */
    void readBody() {
        Fields source = call.body();
        body = operation.body().read(source);
        operation.check().accept(this);
        source.check();
    }

    /** Gives the request the ids of its command. */
    void identify(CommandIds given) {
        ids = given;
    }

    /**
     * Finds out which customer the request is about.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException if the caller may not act for that customer
     */
    void keepTo(Audience audience) {
        customer = audience.customer(this);
    }

    /**
     * The customer that the request is about: the one that it names, or the one that the caller is kept to; null where it
     * names none and the caller is staff or a service.
     */
    public String customer() {
        return customer;
    }

    /** Whether a state that belongs to a customer is within the caller's reach; one of the tenant's is. */
    <S extends SpecificRecord> boolean reaches(StoreRef<S> store, S state) {
        return store.customer()
                .map(owner -> call.principal().reaches(owner.apply(state)))
                .orElse(true);
    }

    CommandIds ids() {
        return ids;
    }

    /**
     * The value of a parameter.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException if it is refused
     */
    @SuppressWarnings("unchecked") // The value was read by this very parameter.
    public <T> T get(Parameter<T> parameter) {
        List<Parameter<?>> declared = operation.pathParameters();
        for (int i = 0; i < path.length; i++) {
            if (declared.get(i) == parameter) {
                return (T) path[i];
            }
        }
        return parameter.of(call);
    }

    /** The value of a field of the body, null where it is missing; while the body is being checked, also where it is wrong. */
    public <T> T get(Field<T> field) {
        return body.get(field);
    }

    /** Notes that a field of the body is wrong. Only while the body is being checked. */
    public void error(Field<?> field, ProblemType type, String detail) {
        body.error(field, type, detail);
    }

    /** The caller's tenant. */
    public String tenant() {
        return call.tenant();
    }

    /** Whether the caller's token allows something beyond what the operation needs. */
    public boolean may(Scope scope) {
        return call.principal().may(scope);
    }

    /** A new id for what the command creates. */
    public String created() {
        return ids.created();
    }

    Operation operation() {
        return operation;
    }

    /** The request. */
    public Call call() {
        return call;
    }

    /** The path of this operation for what this request is about, in its plainest spelling. */
    String target() {
        return operation.target(path);
    }
}
