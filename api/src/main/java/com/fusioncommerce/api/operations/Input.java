package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.commands.CommandIds;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Fields;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.streams.query.StoreRef;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** One request to an operation: its parameters and fields, validated by their declarations. */
public final class Input {
    private final Operation operation;
    private final Call call;
    private final Object[] path;
    private CommandIds ids;
    private Values body;
    private String customer;

    /**
     * Reads and validates the path.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException if a path parameter is invalid
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
     * Reads and validates the body.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException that names every invalid field
     */
    void readBody() {
        Fields source = call.body();
        body = operation.body().read(source);
        operation.check().accept(this);
        source.check();
    }

    /** Sets the ids of the request's command. */
    void identify(CommandIds given) {
        ids = given;
    }

    /**
     * Determines the request's customer.
     *
     * @throws com.fusioncommerce.api.problem.ProblemException if the caller may not act for that customer
     */
    void keepTo(Audience audience) {
        customer = audience.customer(this);
    }

    /**
     * The request's customer: the one that it names, or the one that the caller is restricted to; null if it names none
     * and the caller is staff or a service.
     */
    public String customer() {
        return customer;
    }

    /**
     * Whether the caller may access a state: a customer's if the caller may act for that customer, the tenant's always.
     */
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
     * @throws com.fusioncommerce.api.problem.ProblemException if the value is invalid
     */
    @SuppressWarnings("unchecked") // This parameter parsed the value.
    public <T> T get(Parameter<T> parameter) {
        List<Parameter<?>> declared = operation.pathParameters();
        for (int i = 0; i < path.length; i++) {
            if (declared.get(i) == parameter) {
                return (T) path[i];
            }
        }
        return parameter.of(call);
    }

    /** The value of a field of the body, null if missing; during validation also null if invalid. */
    public <T> T get(Field<T> field) {
        return body.get(field);
    }

    /** Notes an invalid field. During the validation of the body only. */
    public void error(Field<?> field, ProblemType type, String detail) {
        body.error(field, type, detail);
    }

    /** The caller's tenant. */
    public String tenant() {
        return call.tenant();
    }

    /** Whether the caller's token has an additional scope. */
    public boolean may(Scope scope) {
        return call.principal().may(scope);
    }

    /** A new id for the aggregate that the command creates. */
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

    /** The canonical path of this request. */
    String target() {
        return operation.target(path);
    }
}
