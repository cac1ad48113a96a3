package com.fusioncommerce.streams;

import static com.fusioncommerce.streams.testing.DeciderScenario.given;
import static com.fusioncommerce.streams.testing.Samples.line;
import static com.fusioncommerce.streams.testing.Samples.order;
import static com.fusioncommerce.streams.testing.Samples.product;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fusioncommerce.schemas.Actor;
import com.fusioncommerce.schemas.MessageHeaders;
import com.fusioncommerce.schemas.MessageType;
import com.fusioncommerce.schemas.Messages;
import com.fusioncommerce.schemas.Topics;
import com.fusioncommerce.schemas.catalog.CreateProduct;
import com.fusioncommerce.schemas.common.CommandOutcome;
import com.fusioncommerce.schemas.common.OutcomeStatus;
import com.fusioncommerce.schemas.inventory.SetStock;
import com.fusioncommerce.schemas.orders.CancelOrder;
import com.fusioncommerce.schemas.orders.Order;
import com.fusioncommerce.schemas.orders.OrderStatus;
import com.fusioncommerce.schemas.orders.PlaceOrder;
import com.fusioncommerce.streams.kernel.Domain;
import com.fusioncommerce.streams.kernel.Group;
import com.fusioncommerce.streams.orders.OrderRules;
import com.fusioncommerce.streams.orders.Orders;
import com.fusioncommerce.streams.testing.CommerceDriver;
import com.fusioncommerce.streams.testing.DeciderScenario;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OwnershipTest {
    private static final String ID = "main~o1";
    private static final String KEY = "acme/" + ID;
    private static final Actor OWNER = Actor.shopper("c1");
    private static final Actor OTHER = Actor.shopper("c2");

    private CommerceDriver driver;

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    static Stream<MessageType> commandsOfCallers() {
        return Messages.all().stream()
                .filter(message -> message.kind() == MessageType.Kind.COMMAND)
                .filter(MessageType::isAskedFor);
    }

    @ParameterizedTest
    @MethodSource("commandsOfCallers")
    void a_shopper_is_refused_every_command_about_what_is_not_the_shoppers(MessageType message) throws Exception {
        SpecificRecord empty = message.type().getDeclaredConstructor().newInstance();

        DeciderScenario scenario = given(domain(message.domain()));
        if (message.domain().equals("orders")) {
            scenario = placed();
        }

        String expected =
                switch (message.type().getSimpleName()) {
                    case "PlaceOrder" -> "not_owner";
                    case "CancelOrder" -> "unknown_order";
                    default -> "staff_only";
                };
        scenario.as(OTHER).when(ID, empty).thenRejected(expected);
    }

    @Test
    void another_customers_order_is_refused_like_one_that_is_not_there() {
        CancelOrder cancel = new CancelOrder(ID, "mine now", null);

        Object ofAnother = placed().as(OTHER).when(ID, cancel).decision();
        Object ofNobody = shop().as(OTHER).when(ID, cancel).decision();

        assertThat(ofAnother).isEqualTo(ofNobody);
    }

    @Test
    void the_owner_and_staff_cancel_an_order() {
        CancelOrder cancel = new CancelOrder(ID, "changed my mind", null);

        assertThat(placed().as(OWNER).when(ID, cancel).events()).hasSize(1);
        assertThat(placed().as(Actor.staff("ada")).when(ID, cancel).events()).hasSize(1);
    }

    @Test
    void a_shopper_places_orders_for_no_other_customer() {
        shop().as(OTHER).when(ID, order(ID, line("MUG", 1))).thenRejected("not_owner");
        assertThat(shop().as(OWNER).when(ID, order(ID, line("MUG", 1))).events())
                .hasSize(1);
        assertThat(shop().as(Actor.service("shop"))
                        .when(ID, order(ID, line("MUG", 1)))
                        .events())
                .hasSize(1);
    }

    /** Policies act for the platform after a shopper's command: stock is reserved though it belongs to the tenant. */
    @Test
    void what_follows_from_a_shoppers_order_is_done_and_says_whose_it_is() {
        shopOnKafka();
        CommandOutcome placed = send(OWNER, "place", order(ID, line("MUG", 1)));

        assertThat(placed.getStatus()).isEqualTo(OutcomeStatus.ACCEPTED);
        assertThat(placed.getCustomer()).isEqualTo("c1");
        assertThat(driver.records(Topics.events("orders").name()))
                .hasSizeGreaterThan(1)
                .allSatisfy(event -> assertThat(text(event.headers(), MessageHeaders.CUSTOMER))
                        .isEqualTo("c1"));
        assertThat(driver.records(Topics.events("inventory").name()))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(text(event.headers(), MessageHeaders.CUSTOMER))
                        .isNull());
    }

    @Test
    void nothing_changes_by_another_shoppers_command_and_its_outcome_is_that_shoppers() {
        shopOnKafka();
        send(OWNER, "place", order(ID, line("MUG", 1)));
        Order before = driver.state(Order.class, "orders", KEY);

        CommandOutcome outcome = send(OTHER, "cancel", new CancelOrder(ID, "mine now", null));

        assertThat(outcome.getStatus()).isEqualTo(OutcomeStatus.REJECTED);
        assertThat(outcome.getReason()).isEqualTo("unknown_order");
        assertThat(outcome.getCustomer()).isEqualTo("c2");
        assertThat(driver.state(Order.class, "orders", KEY)).isEqualTo(before);

        CommandOutcome cancelled = send(Actor.staff("ada"), "cancel-2", new CancelOrder(ID, "", null));
        assertThat(cancelled.getCustomer()).isNull();
        assertThat(driver.state(Order.class, "orders", KEY).getStatus()).isEqualTo(OrderStatus.CANCELLED);
    }

    private void shopOnKafka() {
        driver = new CommerceDriver(OrderRules.defaults());
        driver.send(
                Topics.commands("catalog"),
                "acme/MUG",
                "product",
                new CreateProduct("MUG", "Mug", "", 25_500L, "GBP", Map.of(), null));
        driver.records("catalog.products")
                .forEach(row -> driver.pipe(Topics.named("catalog.products"), row.key(), row.value(), row.headers()));
        driver.send(Topics.commands("inventory"), "acme/main~MUG", "stock", new SetStock("main", "MUG", 10L));
        driver.records(Topics.events("inventory").name());
    }

    private CommandOutcome send(Actor actor, String id, SpecificRecord command) {
        driver.outcomes();
        Headers headers = CommerceDriver.headers(KEY, id);
        headers.add(MessageHeaders.REPLY_PARTITION, "3".getBytes(UTF_8));
        headers.add(MessageHeaders.ACTOR, actor.header().getBytes(UTF_8));
        driver.pipe(
                Topics.commands("orders"),
                KEY.getBytes(UTF_8),
                CommerceDriver.CODEC.encode(Topics.commands("orders").name(), command),
                headers);
        List<CommandOutcome> outcomes = driver.outcomes();
        return outcomes.get(outcomes.size() - 1);
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }

    private static Domain domain(String name) {
        return CommerceGroups.all().stream()
                .map(Group::domains)
                .flatMap(List::stream)
                .filter(domain -> domain.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static DeciderScenario shop() {
        return given(Orders.domain(OrderRules.defaults()))
                .reference(Orders.PRICES, "MUG", product("MUG", 25_500L, "GBP"));
    }

    private static DeciderScenario placed() {
        PlaceOrder place = order(ID, line("MUG", 1));
        DeciderScenario shop = shop();
        shop.when(ID, place);
        return shop;
    }
}
