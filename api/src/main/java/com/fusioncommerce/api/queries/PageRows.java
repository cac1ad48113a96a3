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
 * Rendered rows of a page, bounded by their number, by their bytes (at least one row), and by the number of filtered
 * rows. Knows whether more rows follow, and after which key.
 */
final class PageRows {
    /** Maximum bytes of a page; a larger row is a page of its own. */
    static final int MOST_BYTES = 1 << 20;

    /** Maximum filtered rows per page: the next page continues after them. */
    static final int MOST_PASSED_OVER = 5_000;

    private static final byte[] NULL = "null".getBytes(UTF_8);

    private final int limit;
    private final List<Rendered> rows = new ArrayList<>();
    private long bytes;
    private boolean more;
    private int passedOver;
    private String lookedTo;

    /** A rendered row. */
    // Never compared: the record lives for one answer only.
    @SuppressWarnings("ArrayRecordComponent")
    record Rendered(String key, byte[] json) {}

    PageRows(int limit) {
        this.limit = limit;
    }

    /** Adds the next row; false if the page is full. */
    boolean add(String key, byte[] json) {
        if (more || rows.size() == limit || (!rows.isEmpty() && bytes + json.length > MOST_BYTES)) {
            more = true;
            return false;
        }
        rows.add(new Rendered(key, json));
        bytes += json.length;
        return true;
    }

    /** Counts a filtered row; false if the page reached the maximum of filtered rows. */
    boolean passOver(String key) {
        passedOver++;
        if (passedOver >= MOST_PASSED_OVER) {
            goesOnAfter(key);
        }
        return !more;
    }

    /** Marks that more rows may follow a key, which is not before the last row. */
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
     * Merges the pages of all parts. The rows after a truncated part's end are unknown, so the page ends at the first
     * such end. Keys are deduplicated: while a partition moves, two instances may return its rows.
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

    /** The key after which the next page continues, if there is one. */
    String last() {
        return lookedTo == null ? rows.get(rows.size() - 1).key() : lookedTo;
    }

    /** The page as an answer: its items, and the next page's cursor, null after the last. */
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
