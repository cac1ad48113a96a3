package com.fusioncommerce.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.ApiClient.Answer;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.Topics;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiExtension.class)
class DeadLettersTest {
    private static final String LIST = "/v1/dead-letters";

    private final ApiEnvironment platform;
    private final ApiClient operator;

    DeadLettersTest(ApiExtension.Shared shared) {
        this.platform = shared.platform();
        this.operator = platform.client(
                shared.api(), shared.newTenant().tenant(), List.of("platform:operate", "orders:read", "events:read"));
    }

    @Test
    void the_newest_come_first_and_can_be_kept_to_a_topic_and_to_open_ones() {
        String first = PutAside.cancellation(platform, operator.tenant());
        String second = PutAside.cancellation(platform, operator.tenant());
        String event = event();

        assertThat(ids(LIST)).containsExactly(event, second, first);
        JsonNode page = operator.get(LIST + "?limit=2").json();
        assertThat(page.path("items").findValuesAsText("id")).containsExactly(event, second);
        JsonNode rest = operator.get(
                        LIST + "?limit=2&cursor=" + page.path("next").textValue())
                .json();
        assertThat(rest.path("items").findValuesAsText("id")).containsExactly(first);
        assertThat(rest.path("next").isNull()).isTrue();
        assertThat(operator.get(LIST + "?cursor=x").problem()).isEqualTo("invalid_cursor");
        assertThat(ids(LIST + "?topic=orders.commands")).containsExactly(second, first);
        assertThat(operator.method("POST", LIST + "/" + first + "/retry").status())
                .isEqualTo(200);
        assertThat(ids(LIST + "?topic=orders.commands&open=true")).containsExactly(second);
        assertThat(operator.get(LIST + "?topic=none").problem()).isEqualTo("invalid_parameter");
    }

    @Test
    void one_is_shown_whole() {
        String id = PutAside.cancellation(platform, operator.tenant());

        JsonNode shown = operator.get(LIST + "/" + id).json();

        assertThat(shown.path("status").textValue()).isEqualTo("open");
        assertThat(shown.path("type").textValue()).isEqualTo("CancelOrder");
        assertThat(shown.path("reason").textValue()).isEqualTo("put aside by a test");
        assertThat(shown.path("payload").textValue()).contains(shown.path("key").textValue());
        JsonNode poison = operator.get(LIST + "/" + event()).json();
        assertThat(poison.path("payload").textValue()).startsWith("6 bytes that cannot be read: 706f69736f6e");
    }

    @Test
    void a_command_is_sent_again_once_and_an_event_never() {
        String id = PutAside.cancellation(platform, operator.tenant());

        Answer sent = operator.method("POST", LIST + "/" + id + "/retry");
        Answer again = operator.method("POST", LIST + "/" + id + "/retry");
        Answer event = operator.method("POST", LIST + "/" + event() + "/retry");

        assertThat(sent.json().path("status").textValue()).isEqualTo("retried");
        assertThat(operator.get(LIST + "/" + id).json().path("status").textValue())
                .isEqualTo("retried");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("detail").textValue()).contains("was sent again before");
        assertThat(event.status()).isEqualTo(409);
        assertThat(event.json().path("detail").textValue()).contains("no command");
    }

    @Test
    void those_of_others_and_those_that_there_are_not_are_unknown() {
        String other = PutAside.cancellation(platform, "somebody-else");
        for (String id : List.of(other, "orders.commands@999999", "orders.commands@-1", "nothing@1", "x")) {
            assertThat(operator.get(LIST + "/" + id).problem()).isEqualTo("unknown_dead_letter");
            assertThat(operator.method("POST", LIST + "/" + id + "/retry").problem())
                    .isEqualTo("unknown_dead_letter");
        }
        assertThat(ids(LIST)).doesNotContain(other);
    }

    private String event() {
        return PutAside.of(
                platform,
                Topics.events("orders"),
                Keys.of(operator.tenant(), "main~a"),
                "order.created",
                "poison".getBytes(UTF_8));
    }

    private List<String> ids(String path) {
        return operator.get(path).json().path("items").findValuesAsText("id");
    }
}
