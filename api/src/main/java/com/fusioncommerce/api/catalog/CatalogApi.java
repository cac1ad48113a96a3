package com.fusioncommerce.api.catalog;

import com.fusioncommerce.api.operations.DomainOperations;
import com.fusioncommerce.api.operations.Operation;
import com.fusioncommerce.api.operations.Tag;
import com.fusioncommerce.api.operations.Wiring;
import com.fusioncommerce.api.web.Scope;
import com.fusioncommerce.streams.catalog.Catalog;
import com.google.auto.service.AutoService;
import java.util.List;

/** The catalogue's part of the API. */
@AutoService(DomainOperations.class)
public final class CatalogApi implements DomainOperations {
    private static final long BYTES_IN_MEMORY = 48 << 20;

    static final Scope READ = new Scope("catalog:read");
    static final Scope WRITE = new Scope("catalog:write");
    static final Tag TAG = new Tag("catalogue", "Products and their prices.");

    @Override
    public String domain() {
        return "catalog";
    }

    @Override
    public List<Scope> scopes() {
        return List.of(READ, WRITE);
    }

    @Override
    public List<Operation> all(Wiring wiring) {
        return new ProductOperations(
                        wiring.caches().cache(Catalog.PRODUCT_STORE, BYTES_IN_MEMORY, ProductOperations::sizeOf),
                        new PriceTable(wiring.queries()))
                .all();
    }
}
