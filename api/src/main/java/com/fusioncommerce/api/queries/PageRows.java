package com.fusioncommerce.api.queries;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.web.Json;
import com.fusioncommerce.api.web.Reply;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Rows of a page, rendered, until it is full: by their number, by their bytes once there is one, or by the number of those
 * that were looked at and passed over. Knows whether more follow, and after which key.
 */
final class PageRows {
    /** Bytes of a page; a row that is larger is a page of its own. */
    static final int MOST_BYTES = 1 << 20;

    /** Rows that a filter may pass over for one page: the next page goes on from there. */
    static final int MOST_PASSED_OVER = 5_000;

    private static final byte[] NULL = "null".getBytes(UTF_8);

    private final int limit;
    private final List<Rendered> rows = new ArrayList<>();
    private long bytes;
    private boolean more;
    private int passedOver;
    private String lookedTo;

    /** A row as it is answered. */
    // Never compared: it lives for one answer.
    @SuppressWarnings("ArrayRecordComponent")
    record Rendered(String key, byte[] json) {}

    PageRows(int limit) {
        this.limit = limit;
    }

    /** Takes a row that follows the others; false if it does not fit, and then the page is full. */
    boolean add(String key, byte[] json) {
        if (more || rows.size() == limit || (!rows.isEmpty() && bytes + json.length > MOST_BYTES)) {
            more = true;
            return false;
        }
        rows.add(new Rendered(key, json));
        bytes += json.length;
        return true;
    }

    /** Passes over a row that follows the others and is not wanted; false if these were enough, and then the page ends. */
    boolean passOver(String key) {
        passedOver++;
        if (passedOver >= MOST_PASSED_OVER) {
            goesOnAfter(key);
        }
        return !more;
    }

    /** Says that more rows may follow a key, which is not before the last row. */
    void goesOnAfter(String key) {
        more = true;
        lookedTo = key;
    }

    List<Rendered> rows() {
        return rows;
    }

    boolean hasMore() {
        return more;
    }

    /**
     * The first rows of all parts. A part that was cut says nothing of what follows its end, so the page ends where the
     * first such part ends. One row a key: while a partition moves, two instances may have it.
     */
    static PageRows merged(List<PageRows> parts, int limit) {
        Map<String, byte[]> all = new TreeMap<>();
        String end = null;
        for (PageRows part : parts) {
            part.rows.forEach(row -> all.putIfAbsent(row.key(), row.json()));
            if (part.more && (end == null || part.last().compareTo(end) < 0)) {
                end = part.last();
            }
        }
        PageRows page = new PageRows(limit);
        for (Map.Entry<String, byte[]> row : all.entrySet()) {
            boolean known = end == null || row.getKey().compareTo(end) <= 0;
            if (!known || !page.add(row.getKey(), row.getValue())) {
                break;
            }
        }
        if (end != null && !page.more) {
            page.goesOnAfter(end);
        }
        return page;
    }

    /** The key after which more follow, where more do. */
    String last() {
        return lookedTo == null ? rows.get(rows.size() - 1).key() : lookedTo;
    }

    /** The page as clients see it: its items, and the cursor of the next page, null after the last. */
    Reply page(String list) {
        ByteArrayOutputStream out = new ByteArrayOutputStream((int) bytes + rows.size() + 256);
        out.writeBytes("{\"items\":[".getBytes(UTF_8));
        for (int i = 0; i < rows.size(); i++) {
            out.writeBytes(i == 0 ? new byte[0] : new byte[] {','});
            out.writeBytes(rows.get(i).json());
        }
        out.writeBytes("],\"next\":".getBytes(UTF_8));
        out.writeBytes(more ? Json.write(Cursor.encode(list, last())) : NULL);
        out.write('}');
        return Reply.bytes(200, Reply.JSON, out.toByteArray());
    }
}
