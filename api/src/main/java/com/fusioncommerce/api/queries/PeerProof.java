package com.fusioncommerce.api.queries;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fusioncommerce.api.auth.InstanceSecret;
import com.fusioncommerce.api.auth.KeyedHash;
import com.fusioncommerce.api.problem.Problem;
import com.fusioncommerce.api.problem.ProblemException;
import com.fusioncommerce.api.problem.ProblemType;
import com.fusioncommerce.api.web.Call;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells requests of other instances from those of clients: a header with what the other instance asks for, under an HMAC
 * of that, the path and the caller's token with a secret that only the instances have. An overheard proof is good for the
 * same question with the same token only.
 */
public final class PeerProof {
    /** Header of a request that another instance passes on; in a refusal it says that the proof was wrong. */
    static final String HEADER = "Fusion-Peer";

    private static final String REFUSED = "refused";

    private final KeyedHash hash;

    /** A question of one instance to another. */
    enum Question {
        /** About one key: answered from the state there, and not passed on again. */
        KEY,
        /** For its own part of a list. */
        PART
    }

    /** Proofs among the instances that have this secret. */
    public PeerProof(InstanceSecret secret) {
        this.hash = secret.hash("peers");
    }

    /** The header's value for a question. */
    String of(Question question, String target, String authorization) {
        String name = question.name().toLowerCase(Locale.ROOT);
        byte[] hashed = hash.of(String.join("\n", name, target, authorization));
        String proof = Base64.getUrlEncoder().withoutPadding().encodeToString(hashed);
        return name + "." + proof;
    }

    /**
     * What another instance asks with this call; empty if a client calls.
     *
     * @throws ProblemException if the call claims to come from an instance and does not prove it
     */
    Optional<Question> question(Call call) {
        return call.header(HEADER).map(claim -> {
            String authorization = call.header("Authorization").orElse("");
            for (Question question : Question.values()) {
                byte[] expected = of(question, call.target(), authorization).getBytes(UTF_8);
                if (MessageDigest.isEqual(expected, claim.getBytes(UTF_8))) {
                    return question;
                }
            }
            throw Problem.of(ProblemType.NOT_A_PEER, "Leave the header " + HEADER + " out.")
                    .with(HEADER, REFUSED)
                    .raised();
        });
    }

    /** Whether an answer says that the proof was wrong. */
    static boolean isRefused(Optional<String> header) {
        return header.filter(REFUSED::equals).isPresent();
    }
}
