package com.fusioncommerce.api.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.schemas.Keys;
import com.fusioncommerce.schemas.common.Claim;
import java.util.Base64;
import java.util.UUID;

/**
 * Where to look for what became of a command. Anyone can make one up, so that it grants nothing: the tenant is the
 * reader's, and the scope that is needed follows from the outcome that is found. {@link CommandTokens} tell which one was
 * told to somebody.
 *
 * @param domain the domain that the command was sent to
 * @param id the aggregate's id; of a request with an idempotency key the claim's id, since another may have been the first
 * @param commandId the command's id; empty where the claim tells it
 */
public record CommandToken(String domain, String id, String commandId) {

    /** The token of a command. */
    public static CommandToken of(Command command) {
        String domain = command.topic().domain();
        return command.claim()
                .map(claim -> new CommandToken(domain, claim.id(), ""))
                .orElseGet(() -> new CommandToken(domain, Keys.id(command.key()), command.id()));
    }

    /** The token of the command that was claimed. */
    public CommandToken of(Claim claim) {
        return new CommandToken(domain, Keys.id(claim.getTarget()), claim.getCommandId());
    }

    /** Whether the command is the one that was claimed. */
    public boolean isOfClaim() {
        return commandId.isEmpty();
    }

    /** The token as text. */
    String text() {
        return domain + "\n" + id + "\n" + commandId;
    }

    /**
     * Reads a token, whoever made it; its domain may be none. Those that were told before tokens had a time and a proof are
     * read as well.
     *
     * @throws ProblemException if it has another form
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

    /** Says that a token names no command. */
    public static ProblemException unknown() {
        return ProblemException.of(
                ProblemType.UNKNOWN_COMMAND,
                "The token names no command that was sent here in the last " + CommandTokens.ASKED_FOR.toHours()
                        + " hours.");
    }
}
