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
 * Authenticates requests between instances: a header with the kind of request, and an HMAC over it, the path and the
 * caller's token under a secret that the instances share. A replayed proof is valid for the same request and token
 * only.
 */
public final class PeerProof {
    /** Header of requests between instances; in a refusal it marks an invalid proof. */
    static final String HEADER = "Fusion-Peer";

    private static final String REFUSED = "refused";

    private final KeyedHash hash;

    /** The kind of a request between instances. */
    enum Question {
        /** A read of one key: answered from the local state and not forwarded again. */
        KEY,
        /** A read of the instance's own part of a list. */
        PART
    }

    /** Creates proofs for the instances with this secret. */
    public PeerProof(InstanceSecret secret) {
        this.hash = secret.hash("peers");
    }

    /** The header's value for a request. */
    String of(Question question, String target, String authorization) {
        String name = question.name().toLowerCase(Locale.ROOT);
        byte[] hashed = hash.of(String.join("\n", name, target, authorization));
        String proof = Base64.getUrlEncoder().withoutPadding().encodeToString(hashed);
        return name + "." + proof;
    }

    /**
     * The kind of another instance's request; empty for a client's.
     *
     * @throws ProblemException if the call has an invalid proof
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

    /** Whether an answer reports an invalid proof. */
    static boolean isRefused(Optional<String> header) {
        return header.filter(REFUSED::equals).isPresent();
    }
}
