package com.fusioncommerce.trials.checker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Compares orders and stock in the API with their events. */
final class ApiView {
    private static final int UNDER_WAY = 32;
    private static final long PAUSE_MS = 250;

    private final Http http;
    private final String token;
    private final Moment moment;
    private final long until;

    /** Retries while the API is busy or behind, until patience ends. */
    ApiView(CheckSettings settings, Moment moment) {
        this.http = new Http(settings.api());
        this.token = settings.token();
        this.moment = moment;
        this.until = System.nanoTime() + settings.patience().toNanos();
    }

    /** A request and a check of its answer. */
    private record Question(String key, String path, long changedAt, Function<Http.Answer, String> wrong) {}

    Verdict.Finding orders(OrderBook book, int sample) {
        List<OrderLife> all =
                book.all().stream().filter(order -> order.summary != null).toList();
        int asked = Math.min(sample, all.size());
        List<Question> questions = new ArrayList<>(asked);
        for (int i = 0; i < asked; i++) {
            OrderLife order = all.get((int) ((long) i * all.size() / asked));
            questions.add(new Question(
                    order.key, "/v1/orders/" + segment(order.id()), order.lastAt, answer -> order(order, answer)));
        }
        Property property = new Property("an order in the API = its events");
        if (asked < all.size()) {
            property.note(asked + " of " + all.size() + " orders were asked for, spread evenly");
        }
        return ask(questions, property);
    }

    Verdict.Finding stock(StockLedger ledger) {
        List<Question> questions = new ArrayList<>();
        for (Map.Entry<String, StockLedger.Level> entry : ledger.stock().entrySet()) {
            String id = entry.getKey().substring(entry.getKey().indexOf('/') + 1);
            String pool = id.substring(0, id.indexOf('~'));
            String sku = id.substring(id.indexOf('~') + 1);
            StockLedger.Level level = entry.getValue();
            questions.add(new Question(
                    entry.getKey(),
                    "/v1/stock/" + segment(pool) + "/" + segment(sku),
                    level.lastAt,
                    answer -> stock(level, answer)));
        }
        return ask(questions, new Property("stock in the API = its events"));
    }

    private static String order(OrderLife order, Http.Answer answer) {
        String said = answer.body().path("status").asText() + " after "
                + answer.body().path("version").asLong() + " events, "
                + answer.body().path("units").asLong() + " units, "
                + answer.body().path("total").path("amount").asLong();
        String folded = order.stage.word() + " after " + order.version + " events, " + order.summary.units()
                + " units, " + order.summary.total();
        return compared(said, folded);
    }

    private static String stock(StockLedger.Level level, Http.Answer answer) {
        String said = answer.body().path("onHand").asLong() + " on hand, "
                + answer.body().path("reserved").asLong() + " reserved after "
                + answer.body().path("version").asLong() + " changes";
        String folded = level.onHand + " on hand, " + level.reserved + " reserved after " + level.version + " changes";
        return compared(said, folded);
    }

    private static String compared(String said, String folded) {
        return said.equals(folded) ? null : "the API says " + said + "; the events say " + folded;
    }

    private Verdict.Finding ask(List<Question> questions, Property property) {
        Semaphore room = new Semaphore(UNDER_WAY);
        List<CompletableFuture<String>> answers = new ArrayList<>(questions.size());
        for (Question question : questions) {
            room.acquireUninterruptibly();
            answers.add(ask(question).whenComplete((wrong, failure) -> room.release()));
        }
        for (int i = 0; i < questions.size(); i++) {
            String wrong = answers.get(i).join();
            property.holds(wrong == null, questions.get(i).key(), wrong);
        }
        return property.finding();
    }

    /** Describes a wrong answer, or null; retries while it may become right. */
    private CompletableFuture<String> ask(Question question) {
        return http.get(question.path(), token).thenCompose(answer -> {
            String wrong = answer.ok() ? question.wrong().apply(answer) : "the API answers " + answer.status();
            boolean movedOn = !moment.settled(question.changedAt()) || (answer.ok() && changedSince(answer));
            if (wrong == null || (answer.ok() && movedOn)) {
                return CompletableFuture.completedFuture(null);
            }
            if (System.nanoTime() > until || (!answer.ok() && !answer.passes())) {
                return CompletableFuture.completedFuture(wrong);
            }
            return CompletableFuture.supplyAsync(
                            () -> null, CompletableFuture.delayedExecutor(PAUSE_MS, TimeUnit.MILLISECONDS))
                    .thenCompose(waited -> ask(question));
        });
    }

    /** Whether the state changed after the log was read, on a running platform: it cannot be compared then. */
    private boolean changedSince(Http.Answer answer) {
        String updated = answer.body().path("updatedAt").asText("");
        return !moment.drained()
                && !updated.isEmpty()
                && Instant.parse(updated).toEpochMilli()
                        >= moment.at() - Duration.ofSeconds(1).toMillis();
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("%7E", "~");
    }
}
