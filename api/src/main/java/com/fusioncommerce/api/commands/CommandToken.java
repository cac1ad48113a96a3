package com.fusioncommerce.api.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.common.Claim;
import java.util.Base64;
import java.util.UUID;

/**
 * Locator of a command's outcome. Anyone can forge one, so it grants nothing: the tenant is the reader's, and the
 * outcome determines the required scope. {@link CommandTokens} authenticates issued tokens.
 *
 * @param domain domain of the command
 * @param id the aggregate's id; for a request with an idempotency key the claim's id, since another request may have
 *     claimed the key first
 * @param commandId the command's id; empty if the claim holds it
 */
public record CommandToken(String domain, String id, String commandId) {

    /** The token of a command. */
    public static CommandToken of(Command command) {
        String domain = command.topic().domain();
        return command.claim()
                .map(claim -> new CommandToken(domain, claim.id(), ""))
                .orElseGet(() -> new CommandToken(domain, Keys.id(command.key()), command.id()));
    }

    /** The token of the command that holds a claim. */
    public CommandToken of(Claim claim) {
        return new CommandToken(domain, Keys.id(claim.getTarget()), claim.getCommandId());
    }

    /** Whether the token names a claim instead of a command. */
    public boolean isOfClaim() {
        return commandId.isEmpty();
    }

    /** The token as text. */
    String text() {
        return domain + "\n" + id + "\n" + commandId;
    }

    /**
     * Parses a token, authentic or not; its domain may not exist. Tokens of earlier versions, without time and HMAC,
     * are accepted.
     *
     * @throws ProblemException if the token is malformed
     */
    public static CommandToken parse(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), UTF_8).split("\n", -1);
            boolean whole = parts.length == 3 || parts.length == 5;
            if (whole && parts[2].isEmpty() && Keys.isId(parts[1])) {
                return new CommandToken(parts[0], parts[1], "");
            }
            if (whole && (Keys.isId(parts[1]) || Keys.isPooledId(parts[1]))) {
                return new CommandToken(
                        parts[0], parts[1], UUID.fromString(parts[2]).toString());
            }
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        throw unknown();
    }

    /** The problem of a token that names no command. */
    public static ProblemException unknown() {
        return ProblemException.of(
                ProblemType.UNKNOWN_COMMAND,
                "The token names no command that was sent here in the last " + CommandTokens.ASKED_FOR.toHours()
                        + " hours.");
    }
}
