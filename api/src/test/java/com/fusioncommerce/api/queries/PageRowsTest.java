package com.fusioncommerce.api.queries;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.web.Json;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PageRowsTest {
    private static final int THIRD = PageRows.MOST_BYTES / 3;

    @Test
    void a_page_ends_where_its_bytes_do() {
        PageRows page = new PageRows(100);

        assertThat(page.add("a", row(THIRD))).isTrue();
        assertThat(page.add("b", row(THIRD))).isTrue();
        assertThat(page.add("c", row(2 * THIRD))).isFalse();
        assertThat(page.add("d", row(2))).isFalse();

        assertThat(keys(page)).containsExactly("a", "b");
        assertThat(page.hasMore()).isTrue();
    }

    @Test
    void a_row_larger_than_a_page_is_a_page() {
        PageRows page = new PageRows(100);

        assertThat(page.add("a", row(2 * PageRows.MOST_BYTES))).isTrue();
        assertThat(page.add("b", row(2))).isFalse();
    }

    @Test
    void a_page_with_nothing_after_it_has_no_next() throws IOException {
        PageRows page = new PageRows(1);
        page.add("a", row(2));
        assertThat(json(page).path("next").isNull()).isTrue();

        page.add("b", row(2));
        assertThat(Cursor.decode("list", json(page).path("next").textValue())).isEqualTo("a");
        assertThat(json(page).path("items")).hasSize(1);
    }

    @Test
    void a_merged_page_ends_where_a_part_that_was_cut_does() {
        PageRows cut = part("a", "c");
        cut.goesOnAfter("c");
        PageRows whole = part("b", "d", "e");

        PageRows merged = PageRows.merged(List.of(whole, cut), 100);

        assertThat(keys(merged)).containsExactly("a", "b", "c");
        assertThat(merged.hasMore()).isTrue();
    }

    @Test
    void a_page_of_which_most_was_passed_over_ends_there_and_the_next_goes_on_after_it() throws IOException {
        PageRows page = new PageRows(10);
        page.add("a", row(2));
        int passed = 0;
        while (page.passOver(String.format(Locale.ROOT, "b%05d", passed++))) {
            assertThat(passed).isLessThan(PageRows.MOST_PASSED_OVER);
        }

        PageRows merged = PageRows.merged(List.of(page, part("b00001", "c")), 10);

        assertThat(passed).isEqualTo(PageRows.MOST_PASSED_OVER);
        assertThat(keys(merged)).containsExactly("a", "b00001");
        assertThat(Cursor.decode("list", json(merged).path("next").textValue())).isEqualTo("b04999");
    }

    @Test
    void a_row_that_two_instances_have_is_shown_once() {
        PageRows merged = PageRows.merged(List.of(part("a", "b"), part("b", "c")), 100);

        assertThat(keys(merged)).containsExactly("a", "b", "c");
        assertThat(merged.hasMore()).isFalse();
    }

    @Test
    void what_an_instance_tells_another_is_the_same_slice() {
        PageRows cut = part("a", "b");
        cut.goesOnAfter("b");
        Slice told = Slice.of(new Slice(cut, Set.of(3, 5)).reply(), null);

        assertThat(keys(told.rows())).containsExactly("a", "b");
        assertThat(told.rows().hasMore()).isTrue();
        assertThat(told.rows().rows().get(0).json()).isEqualTo(row(2));
        assertThat(told.partitions()).containsExactlyInAnyOrder(3, 5);
    }

    private static PageRows part(String... keys) {
        PageRows part = new PageRows(100);
        for (String key : keys) {
            part.add(key, row(2));
        }
        return part;
    }

    private static List<String> keys(PageRows page) {
        return page.rows().stream().map(PageRows.Rendered::key).toList();
    }

    private static JsonNode json(PageRows page) throws IOException {
        return Json.read(page.page("list").body());
    }

    /** A JSON text of so many bytes. */
    private static byte[] row(int bytes) {
        return ("\"" + "x".repeat(bytes - 2) + "\"").getBytes(UTF_8);
    }
}
