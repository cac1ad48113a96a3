package com.fusioncommerce.trials.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.schemas.AvroCodec;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/** Merge join of live and replayed entries, by key. */
final class Comparison {
    private static final int LONGEST_VALUE = 120;

    private final Disk disk;
    private final Shadow shadow;
    private final AvroCodec codec;
    private final Consumer<Difference> differences;
    private long older;

    Comparison(Disk disk, Shadow shadow, AvroCodec codec, Consumer<Difference> differences) {
        this.disk = disk;
        this.shadow = shadow;
        this.codec = codec;
        this.differences = differences;
    }

    /**
     * Compares one table.
     *
     * @param table the table of the live entries
     * @return number of entries on either side
     */
    long compare(Live live, int table) {
        long entries = 0;
        try (Disk.Rows ours = disk.rows(table);
                Disk.Rows replayed = disk.rows(shadow.table(live.store()))) {
            byte[] mine = ours.key();
            byte[] other = replayed.key();
            while (mine != null || other != null) {
                entries++;
                int order = mine == null ? 1 : other == null ? -1 : Arrays.compareUnsigned(mine, other);
                compare(
                        live,
                        order <= 0 ? mine : other,
                        order <= 0 ? ours.value() : null,
                        order >= 0 ? replayed.value() : null);
                if (order <= 0) {
                    ours.next();
                    mine = ours.key();
                }
                if (order >= 0) {
                    replayed.next();
                    other = replayed.key();
                }
            }
        }
        return entries;
    }

    private void compare(Live live, byte[] key, byte[] ours, byte[] replayed) {
        if (Arrays.equals(ours, replayed) || (live.isView() && ours != null && replayed != null)) {
            return;
        }
        String name = new String(key, UTF_8);
        if (live.isView()) {
            if (ours != null || !shadow.passedThrough(live.store(), name, null)) {
                report(live, name, ours == null ? "is not listed; its events list it" : "is listed; no event lists it");
            }
            return;
        }
        SpecificRecord state = ours == null ? null : codec.decode(ours);
        SpecificRecord should = replayed == null ? null : codec.decode(replayed);
        boolean same = state == null ? should == null : state.equals(should);
        if (same || shadow.passedThrough(live.store(), name, state)) {
            return;
        }
        if (state != null && should != null && olderButEqual(codec.writtenWith(ours), state, should)) {
            older++;
        } else {
            report(live, name, difference(state, should));
        }
    }

    /** Number of entries equal but for a field that their writer's schema version did not have yet. */
    long older() {
        return older;
    }

    private static boolean olderButEqual(Schema written, SpecificRecord state, SpecificRecord should) {
        return state.getSchema().equals(should.getSchema())
                && state.getSchema().getFields().stream()
                        .filter(field -> written.getField(field.name()) != null)
                        .allMatch(field -> Objects.equals(state.get(field.pos()), should.get(field.pos())));
    }

    private void report(Live live, String key, String what) {
        differences.accept(new Difference(live.topic(), key, what));
    }

    private static String difference(SpecificRecord state, SpecificRecord should) {
        if (state == null) {
            return "is missing; its events make " + cut(should);
        }
        if (should == null) {
            return "is there; no event makes it: " + cut(state);
        }
        if (!state.getSchema().equals(should.getSchema())) {
            return "is a " + state.getSchema().getName() + "; its events make a "
                    + should.getSchema().getName();
        }
        StringBuilder fields = new StringBuilder();
        for (Schema.Field field : state.getSchema().getFields()) {
            Object is = state.get(field.pos());
            Object ought = should.get(field.pos());
            if (!String.valueOf(is).equals(String.valueOf(ought))) {
                fields.append(fields.isEmpty() ? "" : "; ")
                        .append(field.name())
                        .append(" is ")
                        .append(cut(is))
                        .append(", its events make ")
                        .append(cut(ought));
            }
        }
        return fields.toString();
    }

    private static String cut(Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "...";
    }
}
