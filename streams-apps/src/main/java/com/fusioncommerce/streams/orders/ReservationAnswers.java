package com.fusioncommerce.streams.orders;

import com.fusioncommerce.schemas.inventory.Shortage;
import com.fusioncommerce.schemas.inventory.StockInsufficient;
import com.fusioncommerce.schemas.inventory.StockReserved;
import com.fusioncommerce.schemas.orders.LineShortage;
import com.fusioncommerce.schemas.orders.RecordReservation;
import com.fusioncommerce.schemas.orders.ReservationAnswer;
import com.fusioncommerce.streams.kernel.Event;
import com.fusioncommerce.streams.kernel.Policy.Send;
import java.util.List;

/** Policy that records a pool's answer in its order. */
final class ReservationAnswers {
    private ReservationAnswers() {}

    static List<Send> reserved(Event<StockReserved> event) {
        StockReserved reserved = event.value();
        return List.of(new Send(
                reserved.getOrderId(),
                new RecordReservation(
                        reserved.getOrderId(), reserved.getPool(), ReservationAnswer.RESERVED, List.of())));
    }

    static List<Send> insufficient(Event<StockInsufficient> event) {
        StockInsufficient refused = event.value();
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

    private static LineShortage shortage(Shortage shortage) {
        return new LineShortage(
                shortage.getLine(), shortage.getSku(), shortage.getRequested(), shortage.getAvailable());
    }
}
