package com.fusioncommerce.trials.checker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.generic.GenericRecord;

/** One order, folded from its events. */
final class OrderLife {
    final String key;
    final Map<String, Integer> events = new TreeMap<>();
    final Map<String, Map<String, Long>> unitsByPool = new HashMap<>();
    final Map<String, Long> unitsBySku = new HashMap<>();
    final Set<String> awaiting = new HashSet<>();
    final Set<String> holding = new HashSet<>();
    OrderStage stage = OrderStage.NONE;
    Summary summary;
    long version;
    long lastAt;
    int lines;
    final List<PricedLine> priced = new ArrayList<>();
    private Boolean assessed;

    OrderLife(String key) {
        this.key = key;
    }

    /** A line with its price. */
    record PricedLine(String sku, long units, long total) {}

    /** An order's contribution to sums. */
    record Summary(long lines, long units, long total, boolean imported, long placedAt) {
        static Summary of(GenericRecord summary) {
            return new Summary(
                    ((Number) summary.get("lineCount")).longValue(),
                    ((Number) summary.get("units")).longValue(),
                    ((Number) summary.get("total")).longValue(),
                    (Boolean) summary.get("imported"),
                    ((Number) summary.get("placedAt")).longValue());
        }
    }

    /** Applies the next event; describes a violation, if there is one. An illegal event changes nothing. */
    Optional<String> take(Message event) {
        String type = event.type();
        OrderStage next = stage.after(type);
        if (next == null) {
            return Optional.of(type + " at " + event.place() + ", but the order is " + stage.word());
        }
        Optional<String> wrong = type.equals(OrderStage.CREATED_EVENT) ? created(event) : later(type, event);
        stage = next;
        version++;
        lastAt = event.time();
        events.merge(type, 1, Integer::sum);
        if (!stage.lives()) {
            awaiting.clear();
            holding.clear();
        }
        return wrong.map(what -> type + " at " + event.place() + " " + what);
    }

    private Optional<String> created(Message event) {
        try {
            return priced(event);
        } catch (ArithmeticException e) {
            return Optional.of("has lines of more than 64 bits hold");
        }
    }

    private Optional<String> priced(Message event) {
        summary = Summary.of(event.part("summary"));
        long units = 0;
        long total = 0;
        for (GenericRecord line : event.parts("lines")) {
            long quantity = ((Number) line.get("quantity")).longValue();
            String sku = line.get("sku").toString();
            unitsByPool
                    .computeIfAbsent(line.get("pool").toString(), pool -> new HashMap<>())
                    .merge(sku, quantity, Math::addExact);
            unitsBySku.merge(sku, quantity, Math::addExact);
            units = Math.addExact(units, quantity);
            total = Math.addExact(total, ((Number) line.get("total")).longValue());
            lines++;
            priced.add(new PricedLine(sku, quantity, ((Number) line.get("total")).longValue()));
        }
        awaiting.addAll(event.texts("pools"));
        if (units != summary.units() || total != summary.total() || lines != summary.lines()) {
            return Optional.of("has lines of " + units + " units worth " + total + ", its summary says " + summary);
        }
        return awaiting.equals(unitsByPool.keySet())
                ? Optional.empty()
                : Optional.of("asks pools " + awaiting + " for lines of " + unitsByPool.keySet());
    }

    private Optional<String> later(String type, Message event) {
        if (event.value().getSchema().getField("summary") != null
                && !Summary.of(event.part("summary")).equals(summary)) {
            return Optional.of("says " + Summary.of(event.part("summary")) + ", the order was " + summary);
        }
        return switch (type) {
            case OrderStage.POOL_RESERVED_EVENT -> held(event.text("pool"), false);
            case OrderStage.RESERVED_EVENT -> held(event.text("pool"), true);
            case OrderStage.ASSESSED_EVENT -> assessed(event);
            case OrderStage.CONFIRMED_EVENT -> decided(event, true);
            case OrderStage.REJECTED_EVENT -> decided(event, false).or(() -> releases(event, open()));
            case OrderStage.REFUSED_EVENT -> refused(event);
            default -> releases(event, open());
        };
    }

    private Optional<String> held(String pool, boolean last) {
        if (!awaiting.remove(pool)) {
            return Optional.of("is for pool " + pool + ", which was not asked or had answered");
        }
        holding.add(pool);
        if (last == awaiting.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(last ? "came while pools " + awaiting + " had not answered" : "came for the last pool");
    }

    private Optional<String> assessed(Message event) {
        boolean again = assessed != null;
        assessed = accepted(event);
        return again ? Optional.of("is the second") : Optional.empty();
    }

    private Optional<String> decided(Message event, boolean yes) {
        if (accepted(event) != yes) {
            return Optional.of("rests on a decision that says accepted=" + !yes);
        }
        return assessed == null || assessed == yes
                ? Optional.empty()
                : Optional.of("contradicts the assessment, which says accepted=" + assessed);
    }

    private Optional<String> refused(Message event) {
        Set<String> released = new HashSet<>(event.texts("releasePools"));
        Set<String> notReleased = open();
        notReleased.removeAll(released);
        return notReleased.size() == 1 && awaiting.containsAll(notReleased) && open().containsAll(released)
                ? Optional.empty()
                : Optional.of("releases " + released + " of open pools " + open());
    }

    private static Optional<String> releases(Message event, Set<String> open) {
        Set<String> released = new HashSet<>(event.texts("releasePools"));
        return released.equals(open)
                ? Optional.empty()
                : Optional.of("releases pools " + released + ", open are " + open);
    }

    private Set<String> open() {
        Set<String> open = new HashSet<>(holding);
        open.addAll(awaiting);
        return open;
    }

    private static boolean accepted(Message event) {
        return (Boolean) event.part("decision").get("accepted");
    }

    /** The order's id in the API: the key without the tenant. */
    String id() {
        return key.substring(key.indexOf('/') + 1);
    }
}
