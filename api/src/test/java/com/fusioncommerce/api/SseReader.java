package com.fusioncommerce.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fusioncommerce.api.web.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;

/** Reads and collects server-sent events, without a thread of its own. */
final class SseReader implements AutoCloseable, Flow.Subscriber<String> {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> opened = new CompletableFuture<>();
    private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
    private CompletableFuture<HttpResponse<Void>> response;
    private volatile long lastEventAt;
    private String id = "";
    private String type = "";
    private String data = "";

    /** A received event. */
    record Event(String id, String type, String data) {
        JsonNode json() {
            try {
                return Json.read(data.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Opens a stream; returns once its first line has arrived. */
    static SseReader open(ApiClient client, String path, String lastEventId) {
        SseReader reader = new SseReader();
        HttpRequest.Builder request = client.request(path).timeout(Duration.ofMinutes(5));
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        reader.response = HTTP.sendAsync(request.GET().build(), HttpResponse.BodyHandlers.fromLineSubscriber(reader))
                .whenComplete((answer, failure) -> {
                    if (failure != null) {
                        reader.opened.completeExceptionally(failure);
                    }
                });
        reader.opened.orTimeout(20, TimeUnit.SECONDS).join();
        return reader;
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<String> types() {
        return events.stream().map(Event::type).toList();
    }

    List<String> subjects() {
        return events.stream()
                .map(event -> event.json().path("subject").textValue())
                .toList();
    }

    Event first(String wanted) {
        return events.stream()
                .filter(event -> event.type().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    /** Completes when the server has ended the stream. */
    CompletableFuture<HttpResponse<Void>> ended() {
        return response;
    }

    /** Time of the latest event, milliseconds since the epoch. */
    long lastEventAt() {
        return lastEventAt;
    }

    void await(String wanted, Duration patience) {
        await(wanted, 1, patience);
    }

    void await(String wanted, int count, Duration patience) {
        Await.until(
                count + " events " + wanted,
                patience,
                () -> types().stream().filter(wanted::equals).count() >= count);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription.complete(given);
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
        opened.complete(null);
        if (line.startsWith("id: ")) {
            id = line.substring(4);
        } else if (line.startsWith("event: ")) {
            type = line.substring(7);
        } else if (line.startsWith("data: ")) {
            data = line.substring(6);
        } else if (line.isEmpty() && !type.isEmpty()) {
            lastEventAt = System.currentTimeMillis();
            events.add(new Event(id, type, data));
            type = "";
        }
    }

    @Override
    public void onError(Throwable failure) {
        opened.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        opened.complete(null);
    }

    @Override
    public void close() {
        subscription.thenAccept(Flow.Subscription::cancel).join();
        response.cancel(true);
    }
}
