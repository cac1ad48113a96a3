package com.fusioncommerce.api.commands;

import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.common.CommandOutcome;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * Waiters for outcomes of commands. A command can have several: two concurrent requests with the same idempotency key.
 * The refusal of a reused key carries the hash of the refused request, and completes that request's waiter only.
 */
final class Waiters {
    private final ConcurrentMap<Awaited, List<CompletableFuture<CommandOutcome>>> waiting = new ConcurrentHashMap<>();

    /**
     * Key of the waiters for one outcome.
     *
     * @param id the claim's id if there is an idempotency key, since another request may have sent the command;
     *     otherwise the command's id
     * @param requestHash hash of the request with the key, or null
     */
    record Awaited(String tenant, String id, ByteBuffer requestHash) {
        static Awaited of(Command command) {
            String tenant = Keys.tenant(command.key());
            return command.claim()
                    .map(claim -> new Awaited(tenant, claim.id(), claim.requestHash()))
                    .orElseGet(() -> new Awaited(tenant, command.id(), null));
        }

        static Awaited of(CommandOutcome outcome) {
            String id = outcome.getClaim() == null ? outcome.getCommandId() : outcome.getClaim();
            return new Awaited(Keys.tenant(outcome.getKey()), id, outcome.getRequestHash());
        }
    }

    /** Registers a waiter; must precede the sending of the command. */
    CompletableFuture<CommandOutcome> register(Awaited command) {
        CompletableFuture<CommandOutcome> outcome = new CompletableFuture<>();
        waiting.merge(command, List.of(outcome), (before, added) -> Stream.concat(before.stream(), added.stream())
                .toList());
        return outcome;
    }

    /** Removes a waiter. */
    void remove(Awaited command, CompletableFuture<CommandOutcome> waiter) {
        waiting.computeIfPresent(command, (key, all) -> {
            List<CompletableFuture<CommandOutcome>> others =
                    all.stream().filter(other -> other != waiter).toList();
            return others.isEmpty() ? null : others;
        });
    }

    /** Completes all waiters for an outcome. */
    void complete(CommandOutcome outcome) {
        List<CompletableFuture<CommandOutcome>> all = waiting.remove(Awaited.of(outcome));
        if (all != null) {
            all.forEach(waiter -> waiter.complete(outcome));
        }
    }

    /** Number of commands with waiters. */
    int size() {
        return waiting.size();
    }
}
