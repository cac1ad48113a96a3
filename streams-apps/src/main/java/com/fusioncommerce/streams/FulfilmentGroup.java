package com.fusioncommerce.streams;

import com.fusioncommerce.streams.inventory.Inventory;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.DomainGroup;
import com.fusioncommerce.streams.kernel.OperatorRules;
import com.fusioncommerce.streams.orders.OrderRules;
import com.fusioncommerce.streams.orders.Orders;
import com.google.auto.service.AutoService;
import java.util.List;

/**
 * The group of orders and inventory: within a pool an order is priced and its units are reserved in one transaction.
 */
@AutoService(DomainGroup.class)
public final class FulfilmentGroup implements DomainGroup {
    @Override
    public String name() {
        return "fulfilment";
    }

    @Override
    public List<Domain> domains(OperatorRules rules) {
        return List.of(Orders.domain(rules.get(OrderRules.class).orElseGet(OrderRules::defaults)), Inventory.domain());
    }
}
