package com.fusioncommerce.trials.checker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Compares a tenant's log, API and Druid with each other and with clients' acknowledgements. For one use. */
public final class Checker {
    private static final String REFUSED = "command.refused";
    private static final String ORDERS = "orders.events";
    private static final String INVENTORY = "inventory.events";
    private static final String CATALOG = "catalog.events";
    private static final String OUTCOMES = "commands.outcomes";
    private static final List<String> COMMANDS = List.of("orders.commands", "inventory.commands", "catalog.commands");

    /** Age up to which outcomes surely exist: half of the topic's retention. */
    private static final Duration OUTCOMES_KEPT_AT_LEAST = Duration.ofMinutes(30);

    private final CheckSettings settings;
    private final Moment moment;
    private final RecordIds ids = new RecordIds();
    private final WriterSchemas schemas;
    private final KeyedRequests requests;
    private final OrderBook orders = new OrderBook();
    private final Transfers transfers = new Transfers();
    private final Spreads spreads = new Spreads();
    private final StockLedger stock = new StockLedger(transfers, spreads);
    private final CommandBook commands = new CommandBook();
    private final Property readable = new Property("every record can be read");
    private final Sums sums;
    private long outcomesKnownFrom;
    private long records;

    /** Prepares a check of everything committed by now. */
    public Checker(CheckSettings settings) {
        this.settings = settings;
        this.moment = new Moment(System.currentTimeMillis(), settings.drained());
        this.schemas = new WriterSchemas(settings.registryUrl());
        this.requests = new KeyedRequests(schemas);
        this.sums = new Sums(moment.settledBefore());
    }

    /**
     * Reads and compares all sources.
     *
     * @throws CheckFailedException if the log, the registry or the journal cannot be read, or the tenant has no records
     */
    public Verdict check() {
        long startedAt = System.nanoTime();
        // The journal comes before the log, which takes long, so that a broken journal is reported at once.
        List<Acknowledgement> journal = settings.journal() == null ? null : Acknowledgement.read(settings.journal());
        readLog();
        List<Verdict.Finding> findings = new ArrayList<>(List.of(
                readable.finding(),
                ids.finding(),
                requests.finding(),
                orders.legalSteps(),
                orders.settled(moment),
                stock.neverOversold(),
                stock.booksBalance(),
                transfers.arriveOnce(moment),
                spreads.ordersLieWhereTheyShould()));
        Reservations reservations = new Reservations(orders, stock, moment);
        findings.add(reservations.sumsOfOpenReservations());
        findings.add(reservations.heldForLivingOrders());
        Outcomes outcomes = new Outcomes(commands, stock, spreads, moment, outcomesKnownFrom);
        findings.add(outcomes.oneOutcomeEach());
        findings.add(outcomes.eventsOfEach());
        if (journal != null) {
            findings.add(new Acknowledged(commands, orders, moment).isInTheLog(journal));
        }
        if (settings.druid() != null) {
            findings.add(new FactsView(settings, moment).agreesWith(orders));
            findings.add(new DruidView(settings).agreesWith(sums));
        }
        if (settings.api() != null) {
            ApiView api = new ApiView(settings, moment);
            findings.add(api.orders(orders, settings.sample()));
            findings.add(api.stock(stock));
        }
        long tookMs = (System.nanoTime() - startedAt) / 1_000_000;
        return new Verdict(settings.tenant(), moment.at(), moment.drained(), records, tookMs, findings);
    }

    private void readLog() {
        List<String> topics = new ArrayList<>(COMMANDS);
        topics.addAll(List.of(OUTCOMES, ORDERS, INVENTORY, CATALOG));
        try (LogReader log = new LogReader(settings.kafka(), schemas, settings.tenant(), topics)) {
            COMMANDS.forEach(topic -> read(log, topic, this::command));
            if (log.isCut(OUTCOMES)) {
                outcomesKnownFrom = moment.at() - OUTCOMES_KEPT_AT_LEAST.toMillis();
            }
            read(log, OUTCOMES, outcome -> {
                commands.outcome(outcome);
                requests.outcome(outcome);
            });
            events(log, CATALOG, event -> {});
            events(log, INVENTORY, stock::take);
            events(log, ORDERS, event -> {
                orders.take(event);
                sums.event(event, orders.get(event.key()));
            });
            records = log.read();
            if (records == 0) {
                throw new CheckFailedException("there is not one record of tenant " + settings.tenant()
                        + ": is that its name? Nothing was checked");
            }
        }
    }

    private void read(LogReader log, String topic, Consumer<Message> messages) {
        log.read(
                topic,
                message -> {
                    readable.examined();
                    messages.accept(message);
                },
                this::unreadable);
    }

    /** Records an unreadable event as a gap, an unreadable command, a dead letter, as a note. */
    private void unreadable(ConsumerRecord<byte[], byte[]> record) {
        String place = record.topic() + "-" + record.partition() + "@" + record.offset();
        if (COMMANDS.contains(record.topic())) {
            readable.note("the command at " + place + " cannot be read");
        } else {
            readable.holds(false, place, "cannot be read by its schema");
        }
    }

    private void command(Message message) {
        ids.see(message);
        try {
            requests.command(message, commands::again).ifPresent(command -> {
                commands.command(command);
                spreads.command(command);
            });
        } catch (IOException e) {
            unreadable(message.record());
        }
    }

    private void events(LogReader log, String topic, Consumer<Message> changes) {
        read(log, topic, event -> {
            ids.see(event);
            // The kernel's notice of a refusal changes no state, and is no event of its command.
            if (!REFUSED.equals(event.type())) {
                commands.event(event);
                changes.accept(event);
            }
        });
    }
}
