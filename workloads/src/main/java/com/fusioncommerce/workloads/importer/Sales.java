package com.fusioncommerce.workloads.importer;

import com.fusioncommerce.schemas.Amounts;
import com.fusioncommerce.workloads.client.NewProduct;
import java.util.List;
import java.util.Map;

/**
 * The parsed file, ready to be sent.
 *
 * @param sales invoices with sales, in the order of the file
 * @param cancellations cancelling invoices, in the order of the file
 * @param products products of all sales of the whole file, by SKU
 * @param linesRead lines up to the last of these invoices, without the header
 * @param cancellationLines lines of the cancellations
 * @param setAside number of lines that belong to no sale or cancellation, by reason
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
     * @param unitPrice list price in 1/10,000 of a pound: the most frequent price of its lines
     * @param sold units sold in the whole file, at most {@link Amounts#MOST}, the most that a pool can hold
     */
    record Product(String sku, String name, long unitPrice, long sold) {
        NewProduct command() {
            return new NewProduct(sku, name, Amounts.decimalPrice(unitPrice), Sale.CURRENCY);
        }
    }

    /** The products that occur in these sales. */
    List<Product> productsSold() {
        return sales.stream()
                .flatMap(sale -> sale.lines().stream())
                .map(Sale.Line::sku)
                .distinct()
                .map(products::get)
                .toList();
    }

    /** Number of lines of all sales. */
    long lines() {
        return sales.stream().mapToLong(sale -> sale.lines().size()).sum();
    }

    /** Number of lines that belong to no sale or cancellation. */
    long linesSetAside() {
        return setAside.values().stream().mapToLong(Integer::longValue).sum();
    }

    /** Number of lines that could not be parsed. */
    int brokenLines() {
        return setAside.getOrDefault(SetAside.BROKEN, 0);
    }
}
