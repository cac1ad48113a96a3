package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.workloads.client.NewProduct;
import java.util.List;
import java.util.Map;

/**
 * What the file says, ready to be sent.
 *
 * @param sales invoices that sell something, in the file's order
 * @param cancellations invoices that take something back, in the file's order
 * @param products one for each SKU that the whole file sells, by SKU
 * @param linesRead lines up to the last of these invoices, without the header
 * @param cancellationLines lines of the cancellations
 * @param setAside how many lines are no part of any sale or cancellation, by reason
 */
record Sales(
        List<Sale> sales,
        List<Cancellation> cancellations,
        Map<String, Product> products,
        int linesRead,
        int cancellationLines,
        Map<SetAside, Integer> setAside) {

    /**
     * A product.
     *
     * @param unitPrice list price in 1/10,000 of a pound: the price at which most lines sold it
     * @param sold units that the whole file sells, {@link Amounts#MOST} at most, which a pool can hold
     */
    record Product(String sku, String name, long unitPrice, long sold) {
        NewProduct command() {
            return new NewProduct(sku, name, Amounts.decimalPrice(unitPrice), Sale.CURRENCY);
        }
    }

    /** The products of these sales. */
    List<Product> productsSold() {
        return sales.stream()
                .flatMap(sale -> sale.lines().stream())
                .map(Sale.Line::sku)
                .distinct()
                .map(products::get)
                .toList();
    }

    /** Lines of all sales. */
    long lines() {
        return sales.stream().mapToLong(sale -> sale.lines().size()).sum();
    }

    /** Lines that are no part of any sale or cancellation. */
    long linesSetAside() {
        return setAside.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** Lines that could not be understood. */
    int brokenLines() {
        return setAside.getOrDefault(SetAside.BROKEN, 0);
    }
}
