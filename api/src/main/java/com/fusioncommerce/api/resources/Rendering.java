package com.fusioncommerce.api.resources;

import com.fusioncommerce.api.web.Json;
import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.orders.Order;

/** States as clients see them: the bytes of an answer's body. */
public final class Rendering {
    private Rendering() {}

    /** A product, as {@code GET /v1/products/{sku}} answers. */
    public static byte[] product(Product product) {
        return Json.write(ProductJson.of(product));
    }

    /** An order with its lines, as {@code GET /v1/orders/{id}} answers. */
    public static byte[] order(Order order) {
        return Json.write(OrderJson.of(order, true));
    }
}
