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
 * Who waits for the outcome of which command. Several may wait for one: two requests with the same idempotency key at the
 * same time. A reused key's refusal carries the other request's hash, and goes to whoever sent that.
 */
final class Waiters {
    private final ConcurrentMap<Awaited, List<CompletableFuture<CommandOutcome>>> waiting = new ConcurrentHashMap<>();

    /**
     * What somebody waits for the answer of.
     *
     * @param id of the claim where there is an idempotency key: the command may have been sent by another; or else of the
     *     command
     * @param requestHash what was asked with the key, or null
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

    /** Registers one who waits. To be done before the command is sent. */
    CompletableFuture<CommandOutcome> register(Awaited command) {
        CompletableFuture<CommandOutcome> outcome = new CompletableFuture<>();
        waiting.merge(command, List.of(outcome), (before, added) -> Stream.concat(before.stream(), added.stream())
                .toList());
        return outcome;
    }

    /** Forgets one who waited. */
    void remove(Awaited command, CompletableFuture<CommandOutcome> waiter) {
        waiting.computeIfPresent(command, (key, all) -> {
            List<CompletableFuture<CommandOutcome>> others =
                    all.stream().filter(other -> other != waiter).toList();
            return others.isEmpty() ? null : others;
        });
    }

    /** Answers all who wait for this. */
    void complete(CommandOutcome outcome) {
        List<CompletableFuture<CommandOutcome>> all = waiting.remove(Awaited.of(outcome));
        if (all != null) {
            all.forEach(waiter -> waiter.complete(outcome));
        }
    }

    /** How many commands are waited for. */
    int size() {
        return waiting.size();
    }
}
