package com.fusioncommerce.api.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.schemas.Keys;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

/**
 * Names a command to the one who sent it. Holds no tenant: that is the reader's, so that a token means nothing to others.
 *
 * @param domain the command topic's name without {@code .commands}
 * @param id the aggregate's id
 * @param commandId the command's id
 */
public record CommandToken(String domain, String id, String commandId) {
    private static final Set<String> DOMAINS = Set.of("catalog", "inventory", "orders");
    private static final String COMMANDS = ".commands";

    /** The token of a command. */
    public static CommandToken of(Command command) {
        String topic = command.topic().name();
        return new CommandToken(
                topic.substring(0, topic.length() - COMMANDS.length()), Keys.id(command.key()), command.id());
    }

    /** The token as a segment of a path. */
    public String encode() {
        String text = domain + "\n" + id + "\n" + commandId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    /**
     * Reads a token.
     *
     * @throws ProblemException if it is none of ours
     */
    public static CommandToken parse(String token) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(token), UTF_8).split("\n", -1);
            if (parts.length == 3 && DOMAINS.contains(parts[0]) && !parts[1].isEmpty()) {
                return new CommandToken(
                        parts[0], parts[1], UUID.fromString(parts[2]).toString());
            }
        } catch (IllegalArgumentException e) {
            throw unknown();
        }
        throw unknown();
    }

    private static ProblemException unknown() {
        return ProblemException.of(ProblemType.UNKNOWN_COMMAND, "The token names no command.");
    }
}
