package com.fusioncommerce.trials.checker;

import com.fusioncommerce.trials.checker.CommandBook.Command;
import java.util.List;

/** Compares the acknowledgements of clients with the log. */
final class Acknowledged {
    private final CommandBook book;
    private final OrderBook orders;
    private final Moment moment;

    Acknowledged(CommandBook book, OrderBook orders, Moment moment) {
        this.book = book;
        this.orders = orders;
        this.moment = moment;
    }

    Verdict.Finding isInTheLog(List<Acknowledgement> journal) {
        Property property = new Property("what was acknowledged is in the log as acknowledged");
        for (Acknowledgement told : journal) {
            if (!moment.settled(told.at())) {
                continue;
            }
            property.examined();
            List<Command> commands = book.correlated(told.id());
            if (commands.size() == 1) {
                compare(told, commands.get(0), property);
            } else {
                property.gap(
                        told.key(),
                        told.kind() + " " + told.id() + " was answered " + told.status() + "; the log has "
                                + commands.size() + " commands of it");
            }
        }
        return property.finding();
    }

    private void compare(Acknowledgement told, Command command, Property property) {
        String what = told.kind() + " " + told.id();
        if (command.answer == null) {
            property.gap(told.key(), what + " was answered " + told.status() + ", but has no outcome");
            return;
        }
        boolean same = told.accepted() == command.answer.accepted()
                && (told.accepted() || told.code().equals(command.answer.reason()));
        if (!same) {
            property.gap(
                    told.key(),
                    what + " was answered " + told.status() + " " + told.code() + "; its outcome is " + command.answer);
        }
        if (told.accepted() && !told.key().equals(command.key)) {
            property.gap(told.key(), what + " was sent for " + command.key);
        }
        if (told.accepted() && told.amount() != command.amount) {
            property.gap(told.key(), what + " asked for " + told.amount() + ", the log has " + command.amount);
        }
        if (told.accepted() && told.kind() == Acknowledgement.Kind.ORDER) {
            order(told, property);
        }
    }

    private void order(Acknowledgement told, Property property) {
        OrderLife order = orders.get(told.key());
        if (order == null || order.summary == null) {
            property.gap(told.key(), "was acknowledged, but has no order.created");
        } else if (!order.unitsBySku.equals(told.units())) {
            property.gap(told.key(), "was acknowledged with " + told.units() + ", created with " + order.unitsBySku);
        }
    }
}
