package com.fusioncommerce.trials.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Commands with a waiting client, their outcomes and their events. */
final class CommandBook {
    private static final String PENDING = "PENDING";
    private static final Set<String> NOT_DECIDED = Set.of("internal_error", "idempotency_key_reused");

    private final Map<String, Command> commands = new LinkedHashMap<>();
    private final Map<String, Set<String>> byCorrelation = new HashMap<>();
    private final Map<String, List<Effect>> effects = new HashMap<>();
    private final Map<String, Long> strangers = new TreeMap<>();

    /** A command, with all of its repetitions. */
    static final class Command {
        final String id;
        final String type;
        final String key;
        final long amount;
        final List<String> pools;
        final long firstAt;
        int sent;
        int answers;
        Answer answer;
        Answer otherAnswer;

        Command(Message first) {
            this.id = first.id();
            this.type = first.value().getSchema().getName();
            this.key = first.key();
            this.firstAt = first.time();
            this.amount = switch (type) {
                case "SetStock" -> first.number("onHand");
                case "AdjustStock" -> first.number("delta");
                case "TransferStock" -> first.number("quantity");
                default -> 0;
            };
            this.pools = type.equals("SpreadOrders") ? first.texts("pools") : List.of();
        }

        @Override
        public String toString() {
            return type + " " + id;
        }
    }

    /** Outcome of a command. */
    record Answer(boolean accepted, String reason, Map<String, String> scalars) {
        static Answer of(Message outcome) {
            Map<String, String> scalars = new HashMap<>();
            ((Map<?, ?>) outcome.value().get("answer"))
                    .forEach((name, value) -> scalars.put(name.toString(), value.toString()));
            return new Answer(outcome.text("status").equals("ACCEPTED"), outcome.text("reason"), scalars);
        }
    }

    /** An event that a command caused. */
    record Effect(String type, String key, String place, long amount) {}

    /** Adds a command; a command without a waiting client has no outcome in the log. */
    void command(Message message) {
        if (message.header("replypartition") == null || message.id() == null) {
            return;
        }
        commands.computeIfAbsent(message.id(), id -> new Command(message)).sent++;
        byCorrelation
                .computeIfAbsent(String.valueOf(message.correlation()), id -> new HashSet<>())
                .add(message.id());
    }

    /** Records a repetition of a command. */
    void again(String id) {
        Command command = commands.get(id);
        if (command != null) {
            command.sent++;
        }
    }

    void outcome(Message message) {
        String reason = message.text("reason");
        if (message.text("status").equals(PENDING) || NOT_DECIDED.contains(reason)) {
            return;
        }
        Command command = commands.get(message.text("commandId"));
        if (command == null) {
            strangers.put(message.text("commandId"), message.time());
            return;
        }
        Answer answer = Answer.of(message);
        command.answers++;
        if (command.answer == null) {
            command.answer = answer;
        } else if (!command.answer.equals(answer)) {
            command.otherAnswer = answer;
        }
    }

    void event(Message event) {
        if (event.causation() != null) {
            long amount =
                    switch (event.type()) {
                        case "inventory.adjusted" -> event.number("delta");
                        case "inventory.set" -> event.number("onHand");
                        case "inventory.transfer_sent" -> event.number("quantity");
                        default -> 0;
                    };
            effects.computeIfAbsent(event.causation(), id -> new ArrayList<>(1))
                    .add(new Effect(event.type(), event.key(), event.place(), amount));
        }
    }

    Iterable<Command> all() {
        return commands.values();
    }

    /** Ids of outcomes whose command is not in the log, with their write times. */
    Map<String, Long> strangers() {
        return strangers;
    }

    /** The commands with this correlation id. */
    List<Command> correlated(String correlation) {
        return byCorrelation.getOrDefault(correlation, Set.of()).stream()
                .map(commands::get)
                .toList();
    }

    List<Effect> effects(Command command) {
        return effects.getOrDefault(command.id, List.of());
    }
}
