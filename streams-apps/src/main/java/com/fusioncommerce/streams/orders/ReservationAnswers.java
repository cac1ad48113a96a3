package com.fusioncommerce.streams.orders;

import com.fusioncommerce.schemas.inventory.Shortage;
import com.fusioncommerce.schemas.inventory.StockInsufficient;
import com.fusioncommerce.schemas.inventory.StockReserved;
import com.fusioncommerce.schemas.orders.LineShortage;
import com.fusioncommerce.schemas.orders.RecordReservation;
import com.fusioncommerce.schemas.orders.ReservationAnswer;
import com.fusioncommerce.streams.kernel.Policy.Send;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** A pool's answer finds its order. */
final class ReservationAnswers {
    private ReservationAnswers() {}

    static List<Send> on(SpecificRecord event) {
        if (event instanceof StockReserved reserved) {
            return List.of(new Send(
                    reserved.getOrderId(),
                    new RecordReservation(
                            reserved.getOrderId(), reserved.getPool(), ReservationAnswer.RESERVED, List.of())));
        }
        if (event instanceof StockInsufficient refused) {
            return List.of(new Send(
                    refused.getOrderId(),
                    new RecordReservation(
                            refused.getOrderId(),
                            refused.getPool(),
                            ReservationAnswer.INSUFFICIENT,
                            refused.getShortages().stream()
                                    .map(ReservationAnswers::shortage)
                                    .toList())));
        }
        return List.of();
    }

    private static LineShortage shortage(Shortage shortage) {
        return new LineShortage(
                shortage.getLine(), shortage.getSku(), shortage.getRequested(), shortage.getAvailable());
    }
}
