package com.fusioncommerce.workloads.client;

import java.math.BigDecimal;

/**
 * A product to add to the catalogue.
 *
 * @param unitPrice decimal, in the currency's major unit
 */
public record NewProduct(String sku, String name, BigDecimal unitPrice, String currency) {}
