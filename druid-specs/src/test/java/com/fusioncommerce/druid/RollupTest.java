package com.fusioncommerce.druid;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fusioncommerce.schemas.Amounts;
import java.io.IOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.druid.data.input.MapBasedInputRow;
import org.apache.druid.data.input.Row;
import org.apache.druid.data.input.impl.DimensionsSpec;
import org.apache.druid.jackson.DefaultObjectMapper;
import org.apache.druid.java.util.common.granularity.Granularities;
import org.apache.druid.math.expr.Expr;
import org.apache.druid.math.expr.ExprMacroTable;
import org.apache.druid.math.expr.ExpressionProcessing;
import org.apache.druid.math.expr.ExpressionType;
import org.apache.druid.math.expr.InputBindings;
import org.apache.druid.math.expr.Parser;
import org.apache.druid.query.aggregation.AggregatorFactory;
import org.apache.druid.query.aggregation.hyperloglog.HyperUniquesAggregatorFactory;
import org.apache.druid.query.aggregation.hyperloglog.HyperUniquesSerde;
import org.apache.druid.segment.incremental.IncrementalIndex;
import org.apache.druid.segment.incremental.IncrementalIndexSchema;
import org.apache.druid.segment.incremental.OnheapIncrementalIndex;
import org.apache.druid.segment.serde.ComplexMetrics;
import org.apache.druid.segment.transform.TransformSpec;
import org.apache.druid.segment.transform.Transformer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs Druid's own roll-up by the specs, over sums of more than 64 bits in one minute. */
class RollupTest {
    private static final long MINUTE = 1_764_000_000_000L;

    /** Number of the largest orders whose sum exceeds 64 bits. */
    private static final int ORDERS = 1_100;

    private static final String HIGH = "bitwiseShiftRight(\"%s\", 27)";
    private static final String LOW = "bitwiseAnd(\"%s\", 134217727)";
    private static final ObjectMapper JSON = new DefaultObjectMapper();

    @BeforeAll
    static void prepare() {
        ExpressionProcessing.initializeForTests();
        ComplexMetrics.registerSerde(HyperUniquesSerde.TYPE_NAME, new HyperUniquesSerde());
        JSON.setInjectableValues(new InjectableValues.Std().addValue(ExprMacroTable.class, ExprMacroTable.nil()));
        JSON.registerSubtypes(HyperUniquesAggregatorFactory.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {SupervisorSpecs.ORDER_FACTS, SupervisorSpecs.LINE_FACTS})
    void the_largest_orders_of_one_minute_add_up(String dataSource) throws IOException {
        try (IncrementalIndex rows = rolledUp(dataSource, Amounts.MOST)) {
            BigInteger sum = BigInteger.valueOf(Amounts.MOST).multiply(BigInteger.valueOf(ORDERS));

            assertThat(sum).isGreaterThan(BigInteger.valueOf(Long.MAX_VALUE));
            for (String metric : List.of("units", "revenue")) {
                assertThat(asked(rows, metric)).as(metric).isEqualTo(sum);
            }
            for (String metric : List.of("netUnits", "netRevenue")) {
                assertThat(asked(rows, metric)).as(metric).isEqualTo(sum.negate());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {SupervisorSpecs.ORDER_FACTS, SupervisorSpecs.LINE_FACTS})
    void usual_orders_of_one_minute_make_one_row(String dataSource) throws IOException {
        try (IncrementalIndex rows = rolledUp(dataSource, (1L << 32) - 1)) {
            assertThat(rows.numRows()).isEqualTo(1);
            assertThat(asked(rows, "revenue")).isEqualTo(BigInteger.valueOf(ORDERS * ((1L << 32) - 1)));
        }
    }

    /** An expression that Druid cannot vectorize makes the whole query slow. */
    @ParameterizedTest
    @ValueSource(strings = {HIGH, LOW})
    void druid_evaluates_both_parts_in_vectors(String part) {
        Expr expression = Parser.parse(part.formatted("revenue"), ExprMacroTable.nil());

        assertThat(expression.canVectorize(InputBindings.inspectorForColumn("revenue", ExpressionType.LONG)))
                .isTrue();
    }

    private static IncrementalIndex rolledUp(String dataSource, long amount) throws IOException {
        JsonNode schema = SupervisorSpecs.load(dataSource).at("/spec/dataSchema");
        DimensionsSpec dimensions = JSON.treeToValue(schema.get("dimensionsSpec"), DimensionsSpec.class);
        Transformer transformer = JSON.treeToValue(schema.get("transformSpec"), TransformSpec.class)
                .toTransformer();
        IncrementalIndex index = new OnheapIncrementalIndex.Builder()
                .setIndexSchema(new IncrementalIndexSchema.Builder()
                        .withQueryGranularity(Granularities.MINUTE)
                        .withDimensionsSpec(dimensions)
                        .withMetrics(JSON.treeToValue(schema.get("metricsSpec"), AggregatorFactory[].class))
                        .withRollup(true)
                        .build())
                .setMaxRowCount(10 * ORDERS)
                .build();
        for (int i = 0; i < ORDERS; i++) {
            index.add(transformer.transform(
                    new MapBasedInputRow(MINUTE + i, dimensions.getDimensionNames(), fact(i, amount))));
        }
        return index;
    }

    private static Map<String, Object> fact(int order, long amount) {
        Map<String, Object> fact = new HashMap<>();
        fact.put("tenant", "acme");
        fact.put("event", "order.cancelled");
        fact.put("orderId", "main~" + order);
        fact.put("currency", "JPY");
        fact.put("customerId", "c" + order);
        fact.put("units", amount);
        fact.put("revenue", amount);
        fact.put("netUnits", -amount);
        fact.put("netRevenue", -amount);
        return fact;
    }

    /** The sum by the queries' Druid expressions, added in 64 bits. */
    private static BigInteger asked(IncrementalIndex rows, String metric) {
        Expr high = Parser.parse(HIGH.formatted(metric), ExprMacroTable.nil());
        Expr low = Parser.parse(LOW.formatted(metric), ExprMacroTable.nil());
        long highs = 0;
        long lows = 0;
        for (Row row : rows) {
            highs += high.eval(InputBindings.forRow(row)).asLong();
            lows += low.eval(InputBindings.forRow(row)).asLong();
        }
        return ExactSum.whole(highs, lows);
    }
}
