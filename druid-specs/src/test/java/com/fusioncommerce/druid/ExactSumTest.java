package com.fusioncommerce.druid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ExactSumTest {
    private static final int LOW_BITS = 27;
    private static final long LOW = (1L << LOW_BITS) - 1;
    private static final List<Column> COLUMNS = List.of(Column.text("sku"), Column.sum("revenue"), Column.number("n"));

    @Property
    void both_parts_of_any_amounts_make_their_sum(@ForAll List<Long> amounts) {
        long high = 0;
        long low = 0;
        BigInteger sum = BigInteger.ZERO;
        for (long amount : amounts) {
            high += amount >> LOW_BITS;
            low += amount & LOW;
            sum = sum.add(BigInteger.valueOf(amount));
        }

        assertThat(ExactSum.whole(high, low)).isEqualTo(sum);
    }

    @Test
    void a_sum_stands_in_the_place_of_its_parts() {
        Map<String, Object> answered = new LinkedHashMap<>();
        answered.put("sku", "A");
        answered.put("revenueHigh", 1L << 40);
        answered.put("revenueLow", 5);
        answered.put("n", 1);

        Row row = new Row(ExactSum.ofColumns(COLUMNS, answered));

        assertThat(row.values().keySet()).containsExactly("sku", "revenue", "n");
        assertThat(row.sum("revenue")).isEqualTo(BigInteger.TWO.pow(67).add(BigInteger.valueOf(5)));
        assertThatThrownBy(() -> row.number("revenue")).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void the_sum_of_nothing_is_nothing() {
        Map<String, Object> answered = new LinkedHashMap<>();
        answered.put("revenueHigh", null);
        answered.put("revenueLow", null);

        assertThat(ExactSum.ofColumns(COLUMNS, answered)).containsEntry("revenue", BigInteger.ZERO);
    }

    @Test
    void a_sum_without_its_parts_is_refused() {
        assertThatThrownBy(() -> ExactSum.ofColumns(COLUMNS, Map.of("revenue", 5)))
                .isInstanceOf(DruidException.class)
                .hasMessageContaining("revenueHigh");
        assertThatThrownBy(() -> ExactSum.ofColumns(COLUMNS, Map.of("revenueHigh", 0, "revenueLow", 1.5)))
                .isInstanceOf(DruidException.class)
                .hasMessageContaining("1.5");
    }

    @Test
    void sql_says_both_parts_and_sorts_by_their_sum() {
        String sql = ExactSum.inSql("SELECT EXACT_SUM(\"net\") FILTER (WHERE \"e\" = 'x') AS \"y\" ORDER BY"
                + " EXACT_SUM(\"net\") DESC, \"z\"");

        assertThat(sql)
                .isEqualTo("SELECT SUM(BITWISE_SHIFT_RIGHT(\"net\", 27)) FILTER (WHERE \"e\" = 'x') AS \"yHigh\",\n"
                        + "  SUM(BITWISE_AND(\"net\", 134217727)) FILTER (WHERE \"e\" = 'x') AS \"yLow\" ORDER BY"
                        + " SUM(BITWISE_SHIFT_RIGHT(\"net\", 27))"
                        + " + BITWISE_SHIFT_RIGHT(SUM(BITWISE_AND(\"net\", 134217727)), 27) DESC,"
                        + " BITWISE_AND(SUM(BITWISE_AND(\"net\", 134217727)), 134217727) DESC, \"z\"");
    }
}
