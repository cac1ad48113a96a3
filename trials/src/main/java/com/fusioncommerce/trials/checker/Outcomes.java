package com.fusioncommerce.trials.checker;

import com.fusioncommerce.trials.checker.CommandBook.Command;
import com.fusioncommerce.trials.checker.CommandBook.Effect;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares commands with their outcomes and events. */
final class Outcomes {
    private static final String PLACE_ORDER = "PlaceOrder";

    /** Refusals after an order's creation: the created event stays, and another event ends the order. */
    private static final Set<String> REFUSED_LATER =
            Set.of("insufficient_stock", "reservation_expired", "order_cancelled");

    private static final Map<String, String> EVENT_OF = Map.of(
            PLACE_ORDER,
            "order.created",
            "CancelOrder",
            "order.cancelled",
            "SetStock",
            "inventory.set",
            "AdjustStock",
            "inventory.adjusted",
            "TransferStock",
            "inventory.transfer_sent",
            "SpreadOrders",
            "inventory.orders_spread",
            "CreateProduct",
            "product.created",
            "ChangePrice",
            "product.price_changed");

    private final CommandBook book;
    private final StockLedger stock;
    private final Spreads spreads;
    private final Moment moment;
    private final long outcomesKnownFrom;

    /**
     * Checks these commands.
     *
     * @param outcomesKnownFrom milliseconds since the epoch; outcomes of earlier commands may have been deleted, since
     *     they are retained for an hour
     */
    Outcomes(CommandBook book, StockLedger stock, Spreads spreads, Moment moment, long outcomesKnownFrom) {
        this.book = book;
        this.stock = stock;
        this.spreads = spreads;
        this.moment = moment;
        this.outcomesKnownFrom = outcomesKnownFrom;
    }

    Verdict.Finding oneOutcomeEach() {
        Property property = new Property("every command has exactly one outcome");
        long passedOver = 0;
        for (Command command : book.all()) {
            if (command.firstAt < outcomesKnownFrom) {
                passedOver++;
            } else if (moment.settled(command.firstAt) || command.answers > 0) {
                one(command, property);
            }
        }
        if (passedOver > 0) {
            property.note(passedOver + " commands are older than the outcomes that are kept, and were passed over");
        } else {
            book.strangers().forEach((id, at) -> {
                if (moment.settled(at)) {
                    property.gap(id, "there is an outcome of a command that is not in the log");
                }
            });
        }
        return property.finding();
    }

    private static void one(Command command, Property property) {
        property.holds(command.answer != null, command.key, command + " has no outcome");
        if (command.otherAnswer != null) {
            property.gap(command.key, command + " has two outcomes: " + command.answer + " and " + command.otherAnswer);
        }
        if (command.answers > command.sent) {
            property.gap(
                    command.key,
                    command + " was sent " + command.sent + " times and answered " + command.answers + " times");
        }
    }

    /** Checks that accepted commands took effect once, and refused ones did not. */
    Verdict.Finding eventsOfEach() {
        Property property = new Property("every command has the events of its outcome, once");
        for (Command command : book.all()) {
            if (command.answer != null && moment.settled(command.firstAt)) {
                events(command, property);
            }
        }
        return property.finding();
    }

    private void events(Command command, Property property) {
        String type = EVENT_OF.get(command.type);
        List<Effect> effects = book.effects(command);
        boolean happened = command.answer.accepted()
                || (command.type.equals(PLACE_ORDER) && REFUSED_LATER.contains(command.answer.reason()));
        if (type == null) {
            property.gap(command.key, command + " is of a kind that the checker does not know");
        } else if (!happened) {
            property.holds(
                    effects.isEmpty(),
                    command.key,
                    command + " was refused with " + command.answer.reason() + ", but caused " + effects);
        } else if (effects.isEmpty() && changesNothing(command)) {
            property.examined();
        } else {
            property.holds(
                    effects.size() == 1 && isMeant(effects.get(0), type, command),
                    command.key,
                    command + " should have caused one " + type + ", it caused "
                            + (effects.isEmpty() ? "nothing" : effects));
        }
    }

    private static boolean isMeant(Effect effect, String type, Command command) {
        return effect.type().equals(type) && effect.key().equals(command.key) && effect.amount() == command.amount;
    }

    /** Whether the command is a no-op without an event: it sets stock or a spread to its present value. */
    private boolean changesNothing(Command command) {
        StockLedger.Level level = stock.stock().get(command.key);
        return command.type.equals("ChangePrice")
                || (command.type.equals("SpreadOrders") && spreads.knows(command.key, command.pools))
                || (command.type.equals("SetStock") && level != null && level.everOnHand.contains(command.amount));
    }
}
