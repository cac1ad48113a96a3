package com.fusioncommerce.schemas;

import com.fusioncommerce.schemas.catalog.Product;
import com.fusioncommerce.schemas.common.Claim;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.fraud.CustomerActivity;
import com.fusioncommerce.schemas.inventory.PoolSpread;
import com.fusioncommerce.schemas.inventory.Reservation;
import com.fusioncommerce.schemas.inventory.Stock;
import com.fusioncommerce.schemas.inventory.Transfer;
import com.fusioncommerce.schemas.orders.Order;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Records that live in state stores: the registry knows them under one name, whatever application holds the store. */
public final class StateTypes {
    /** Stands in for a topic's name in the subjects of state records. */
    public static final String TOPIC = "state";

    private StateTypes() {}

    /** Every type of record that a state store holds. */
    public static List<Class<? extends SpecificRecord>> all() {
        return List.of(
                Product.class,
                Stock.class,
                Reservation.class,
                Transfer.class,
                PoolSpread.class,
                Order.class,
                CommandOutcome.class,
                Claim.class,
                CustomerActivity.class);
    }
}
