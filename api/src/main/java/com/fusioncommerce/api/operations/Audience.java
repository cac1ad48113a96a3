package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Principal;
import java.util.List;
import java.util.function.Function;

/**
 * Who of a tenant may use an operation, in addition to having the scope. Staff and services may use all. There is no
 * default: every operation needs an audience, unless its access is open.
 */
public sealed interface Audience {
    /** Everyone of the tenant, including shoppers. */
    record Everyone() implements Audience {}

    /** Staff and services of the tenant. */
    record Staff() implements Audience {}

    /**
     * The customer that the request names, or the caller's own if it names none.
     *
     * @param named the customer's id in a request, or null
     */
    record NamedOwner(Function<Input, String> named) implements Audience {}

    /** The customer who owns the resource: other shoppers get not found. */
    record Owner() implements Audience {}

    /** The audience's name in OpenAPI. */
    default String word() {
        if (this instanceof Everyone) {
            return "everyone";
        }
        return this instanceof Staff ? "staff" : "owner";
    }

    /** The problem types that the audience adds to an operation. */
    default List<ProblemType> problems() {
        if (this instanceof Staff) {
            return List.of(ProblemType.STAFF_ONLY);
        }
        return this instanceof Everyone ? List.of() : List.of(ProblemType.NOT_OWNER);
    }

    /**
     * Checks a caller before the request's path, parameters and body are read.
     *
     * @throws ProblemException if the operation is for staff and services, and the caller is neither
     */
    default void admit(Call call) {
        if (this instanceof Staff) {
            call.principal().requireStaff();
        }
    }

    /**
     * The customer of a request; null if it names none and the caller is not restricted to one.
     *
     * @throws ProblemException if the caller may not act for that customer
     */
    default String customer(Input in) {
        Principal caller = in.call().principal();
        String own = caller.keptTo();
        String named = this instanceof NamedOwner owner ? owner.named.apply(in) : null;
        String customer = named == null ? own : named;
        if (own == null || this instanceof Everyone || caller.reaches(customer)) {
            return customer;
        }
        throw ProblemException.of(
                ProblemType.NOT_OWNER,
                named == null || named.equals(own)
                        ? "The token is for no customer: " + own
                                + " is no customer's id or a guest's. The claim customer can name one."
                        : "The token is for the customer " + own + ".");
    }
}
