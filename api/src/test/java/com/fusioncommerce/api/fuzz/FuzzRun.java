package com.fusioncommerce.api.fuzz;

import com.fusioncommerce.api.testing.RawConnection;
import com.fusioncommerce.api.testing.RawConnection.Answer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;

/** Sends requests over pipelined connections, checks every answer, and minimizes failing requests. */
public final class FuzzRun {
    private static final int PIPELINED = 6;
    private static final int MOST_FAILURES = 5;
    private static final int MOST_CUTS = 300;

    private final int port;
    private final Verdict verdict;
    private final Queue<Failure> failures = new ConcurrentLinkedQueue<>();
    private final ConcurrentMap<String, Integer> answered = new ConcurrentHashMap<>();

    /** A failed check of the answer to a request. */
    public record Failure(String what, FuzzRequest request) {
        @Override
        public String toString() {
            return what + "\n--- the smallest request that shows it:\n" + request + "\n---";
        }
    }

    /** Creates a run against a local port. */
    public FuzzRun(int port, ApiDocument document) {
        this.port = port;
        this.verdict = new Verdict(document);
    }

    /** The first few failures. */
    public List<Failure> failures() {
        return List.copyOf(failures);
    }

    /** Number of answers, by operation and first digit of the status. */
    public Map<String, Integer> answered() {
        return Map.copyOf(answered);
    }

    /** Sends a number of requests in batches; several threads may call it. */
    public void send(RequestGenerator generator, int count) throws IOException {
        int left = count;
        FuzzRequest kept = null;
        RawConnection connection = new RawConnection(port);
        while (left > 0 && failures.size() < MOST_FAILURES) {
            List<FuzzRequest> batch = new ArrayList<>();
            boolean full = false;
            while (!full && batch.size() < Math.min(PIPELINED, left)) {
                FuzzRequest next = kept == null ? generator.next() : kept;
                kept = next.endsBatch() && !batch.isEmpty() ? next : null;
                full = next.endsBatch();
                if (kept == null) {
                    batch.add(next);
                }
            }
            left -= batch.size();
            if (!inStep(connection, batch)) {
                connection.close();
                connection = new RawConnection(port);
            }
        }
        connection.close();
    }

    /** Sends a batch; false if the connection is not reusable. Requests without an answer are sent alone. */
    private boolean inStep(RawConnection connection, List<FuzzRequest> batch) {
        String unsent = send(connection, batch);
        int index = 0;
        try {
            while (index < batch.size()) {
                FuzzRequest request = batch.get(index);
                Answer answer = connection.answer(request.isHead());
                judge(request, verdict.of(request, answer), answer);
                index++;
                if (answer.closes() || answer.isStream()) {
                    batch.subList(index, batch.size()).forEach(this::alone);
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            FuzzRequest request = batch.get(index);
            String before = index == 0 ? "" : " after " + batch.get(index - 1).line();
            if (alone(request).isEmpty()) {
                failures.add(new Failure("no answer in a pipeline" + before + unsent + ": " + e.getMessage(), request));
            }
            batch.subList(index + 1, batch.size()).forEach(this::alone);
            return false;
        }
    }

    /**
     * Sends as much of a batch as the server accepts. The server may close the connection with an early answer while
     * later requests are being sent: its answers can still be read, and show which was the last.
     */
    private static String send(RawConnection connection, List<FuzzRequest> batch) {
        try {
            for (FuzzRequest request : batch) {
                connection.send(request.bytes());
            }
            return "";
        } catch (IOException e) {
            return ", not all of which was taken (" + e.getMessage() + ")";
        }
    }

    /** Sends a request on a separate connection; returns the failure, empty if there is none. */
    private String alone(FuzzRequest request) {
        String wrong = attempt(request);
        judge(request, wrong, null);
        return wrong;
    }

    private String attempt(FuzzRequest request) {
        try (RawConnection connection = new RawConnection(port)) {
            connection.send(request.bytes());
            Answer answer = connection.answer(request.isHead());
            boolean trailing = answer.closes() && !answer.isStream() && connection.left() > 0;
            return trailing ? "bytes after an answer that is the last" : verdict.of(request, answer);
        } catch (IOException e) {
            return "no answer: " + e.getMessage();
        }
    }

    private void judge(FuzzRequest request, String wrong, Answer answer) {
        if (!wrong.isEmpty()) {
            failures.add(smallest(new Failure(wrong, request)));
        } else if (answer != null && request.operation() != null && !request.isHead()) {
            answered.merge(request.operation().id() + " " + answer.status() / 100, 1, Integer::sum);
        }
    }

    private Failure smallest(Failure failure) {
        Failure smallest = failure;
        String kind = failure.what().substring(0, Math.min(12, failure.what().length()));
        boolean progress = true;
        for (int cuts = 0; progress && cuts < MOST_CUTS; ) {
            progress = false;
            for (FuzzRequest smaller : smallest.request().smaller()) {
                cuts++;
                String wrong = attempt(smaller);
                if (wrong.startsWith(kind)) {
                    smallest = new Failure(wrong, smaller);
                    progress = true;
                    break;
                }
            }
        }
        return smallest;
    }
}
