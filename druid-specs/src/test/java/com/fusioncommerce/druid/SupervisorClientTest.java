package com.fusioncommerce.druid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SupervisorClientTest {
    private static final String LEADER = "/druid/indexer/v1/leader";
    private static final String COORDINATOR = "/druid/coordinator/v1";
    private static final String SUPERVISOR = "/druid/indexer/v1/supervisor";

    private HttpStub druid;
    private SupervisorClient client;

    @BeforeEach
    void start() throws IOException {
        druid = new HttpStub();
        client = new SupervisorClient(druid.url(), Duration.ofSeconds(5));
    }

    @AfterEach
    void stop() {
        druid.close();
    }

    @Test
    void druid_is_ready_when_overlord_and_coordinator_have_leaders() {
        druid.answer(LEADER, 200, "http://127.0.0.1:8081");
        druid.answer(COORDINATOR + "/leader", 503, "");
        assertThat(client.isReady()).isFalse();
        druid.answer(COORDINATOR + "/leader", 200, "");
        assertThat(client.isReady()).isFalse();
        druid.answer(COORDINATOR + "/leader", 200, "http://127.0.0.1:8081");
        assertThat(client.isReady()).isTrue();
        assertThatCode(() -> client.awaitReady(Duration.ZERO)).doesNotThrowAnyException();

        druid.answer(LEADER, 200, "");
        assertThat(client.isReady()).isFalse();

        druid.answer(LEADER, 503, "");
        assertThat(client.isReady()).isFalse();
    }

    @Test
    void waiting_for_druid_ends() {
        druid.answer(LEADER, 503, "");

        assertThatThrownBy(() -> client.awaitReady(Duration.ofMillis(300)))
                .isInstanceOf(DruidUnavailableException.class)
                .hasMessageContaining("leader");
        assertThat(druid.requests()).hasSizeGreaterThan(1);
    }

    @Test
    void a_spec_that_runs_already_is_left_alone() {
        druid.answer(SUPERVISOR + "?skipRestartIfUnmodified=true", 200, "{\"id\":\"orders\"}");
        SupervisorSpec spec = SupervisorSpecs.all(IngestionConfig.of("kafka:9092", List.of("http://registry")))
                .get(0);

        client.apply(spec);

        HttpStub.Request request = druid.requests().get(0);
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).endsWith("skipRestartIfUnmodified=true");
        assertThat(request.body()).isEqualTo(spec.json().toString());
    }

    @Test
    void a_data_source_that_is_retired_is_read_into_no_more_and_leaves_all_queries() {
        druid.answer(SUPERVISOR + "/orders/terminate", 200, "{\"id\":\"orders\"}");
        druid.answer("/druid/coordinator/v1/datasources/orders", 200, "{\"numChangedSegments\":3}");

        client.retire("orders");

        assertThat(druid.requests())
                .extracting(HttpStub.Request::method, HttpStub.Request::path)
                .containsExactly(
                        tuple("POST", SUPERVISOR + "/orders/terminate"),
                        tuple("DELETE", "/druid/coordinator/v1/datasources/orders"));
    }

    @Test
    void what_was_never_there_or_is_retired_already_is_left_alone() {
        druid.answer(SUPERVISOR + "/orders/terminate", 404, "{\"error\":\"[orders] does not exist\"}");
        druid.answer(COORDINATOR + "/metadata/datasources", 200, "[\"line_facts\",\"orders_by_day\"]");

        client.retire("orders");

        assertThat(druid.requests()).extracting(HttpStub.Request::method).doesNotContain("DELETE");
    }

    @Test
    void rows_that_outlived_their_supervisor_leave_all_queries() {
        druid.answer(SUPERVISOR + "/orders/terminate", 404, "{\"error\":\"[orders] does not exist\"}");
        druid.answer(COORDINATOR + "/metadata/datasources", 200, "[\"line_facts\",\"orders\"]");
        druid.answer(COORDINATOR + "/datasources/orders", 200, "{\"numChangedSegments\":3}");

        client.retire("orders");

        assertThat(druid.requests())
                .extracting(HttpStub.Request::method, HttpStub.Request::path)
                .contains(tuple("DELETE", COORDINATOR + "/datasources/orders"));
    }

    @Test
    void says_how_an_ingestion_goes() {
        druid.answer(
                SUPERVISOR + "/orders/status",
                200,
                "{\"id\":\"orders\",\"payload\":{\"state\":\"UNHEALTHY_SUPERVISOR\","
                        + "\"detailedState\":\"UNABLE_TO_CONNECT_TO_STREAM\",\"healthy\":false,\"aggregateLag\":12,"
                        + "\"stream\":\"analytics.orders\",\"latestOffsets\":{\"0\":100,\"1\":50},"
                        + "\"minimumLag\":{\"0\":12,\"1\":0},"
                        + "\"recentErrors\":[{\"exceptionClass\":\"X\",\"message\":\"no broker\"}]}}");

        assertThat(client.status("orders"))
                .isEqualTo(new IngestionStatus(
                        "UNABLE_TO_CONNECT_TO_STREAM",
                        false,
                        12,
                        "analytics.orders",
                        Map.of(0, 88L, 1, 50L),
                        List.of("no broker")));
    }

    @Test
    void a_lag_that_druid_does_not_know_yet_is_unknown() {
        druid.answer(
                SUPERVISOR + "/orders/status",
                200,
                "{\"payload\":{\"detailedState\":\"RUNNING\",\"healthy\":true,\"recentErrors\":[]}}");

        assertThat(client.status("orders").lag()).isEqualTo(IngestionStatus.UNKNOWN);
    }

    @Test
    void a_supervisor_that_is_not_there_is_an_error() {
        assertThatThrownBy(() -> client.status("nonsense"))
                .isInstanceOf(DruidException.class)
                .extracting(e -> ((DruidException) e).status())
                .isEqualTo(404);
    }

    @Test
    void counts_what_became_of_records_over_all_tasks() {
        druid.answer(
                SUPERVISOR + "/orders/stats",
                200,
                "{\"0\":{\"task_a\":{\"totals\":{\"buildSegments\":"
                        + "{\"processed\":100,\"processedWithError\":0,\"unparseable\":5,\"thrownAway\":1}}},"
                        + "\"task_b\":{\"totals\":{\"buildSegments\":{\"processed\":10,\"unparseable\":2}}}}}");

        assertThat(client.counts("orders")).isEqualTo(new IngestionCounts(110, 7, 1));
    }

    @Test
    void says_why_records_were_passed_over() {
        druid.answer(
                SUPERVISOR + "/orders/parseErrors",
                200,
                "[{\"input\":\"6761\",\"errorType\":\"unparseable\",\"details\":[\"not in Confluent wire format\"]}]");

        assertThat(client.parseErrors("orders")).containsExactly("not in Confluent wire format");
    }

    @Test
    void counts_segments_that_are_not_loaded() {
        druid.answer("/druid/coordinator/v1/loadstatus?simple", 200, "{\"orders\":2,\"line_facts\":3}");

        assertThat(client.segmentsToLoad()).isEqualTo(5);
    }
}
