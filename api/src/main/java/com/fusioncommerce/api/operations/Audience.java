package com.fusioncommerce.api.operations;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Call;
import com.fusioncommerce.api.web.Principal;
import java.util.List;
import java.util.function.Function;

/**
 * Whose an operation's business is, and so who of a tenant may use it besides having the scope. Staff and services may use
 * all. There is no default: an operation cannot be made without one, unless anyone may use it without a token.
 */
public sealed interface Audience {
    /** Everyone of the tenant, shoppers too. */
    record Everyone() implements Audience {}

    /** Staff and services of the tenant. */
    record Staff() implements Audience {}

    /**
     * The customer that the request names, or the one that the caller is kept to where it names none.
     *
     * @param named the customer's id in a request, or null
     */
    record NamedOwner(Function<Input, String> named) implements Audience {}

    /** The customer to whom belongs what is found: what is another's is not found, and who is no customer finds nothing. */
    record Owner() implements Audience {}

    /** What the document calls it. */
    default String word() {
        if (this instanceof Everyone) {
            return "everyone";
        }
        return this instanceof Staff ? "staff" : "owner";
    }

    /** What it adds to the problems of an operation. */
    default List<ProblemType> problems() {
        if (this instanceof Staff) {
            return List.of(ProblemType.STAFF_ONLY);
        }
        return this instanceof Everyone ? List.of() : List.of(ProblemType.NOT_OWNER);
    }

    /**
     * Lets a caller in, or not, before the request's path, the values of its parameters and its body are read.
     *
     * @throws ProblemException if it is for staff and services, and the caller is neither
     */
    default void admit(Call call) {
        if (this instanceof Staff) {
            call.principal().requireStaff();
        }
    }

    /**
     * The customer that a request is about; null where it names none and the caller is kept to none.
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
