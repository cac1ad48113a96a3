package com.fusioncommerce.api.orders;

import com.fusioncommerce.api.operations.DomainOperations;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.Tag;
import com.fusioncommerce.api.operations.Wiring;
import com.fusioncommerce.api.web.Scope;
import com.google.auto.service.AutoService;
import java.util.List;

/** The orders' part of the API. */
@AutoService(DomainOperations.class)
public final class OrdersApi implements DomainOperations {
    /** Scope to read orders. */
    public static final Scope READ = new Scope("orders:read");

    static final Scope WRITE = new Scope("orders:write");

    /** Scope to import orders: to set the time of placement and the prices. */
    static final Scope IMPORT = new Scope("orders:import");

    static final Tag TAG = new Tag("orders", "Orders, from wish to decision, and what they were.");

    @Override
    public String domain() {
        return "orders";
    }

    @Override
    public List<Scope> scopes() {
        return List.of(READ, WRITE, IMPORT);
    }

    @Override
    public List<Operation> all(Wiring wiring) {
        return new OrderOperations(wiring.queries(), new OrderPast(wiring.log(), wiring.history())).all();
    }
}
