package com.fusioncommerce.api.queries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.api.auth.InstanceSecret;
import com.fusioncommerce.api.queries.PeerProof.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PeerProofTest {
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    @TempDir
    private Path directory;

    @Test
    void instances_with_the_same_secret_prove_the_same_and_others_do_not() throws IOException {
        String proof = proof(SECRET).of(Question.PART, "/v1/products", "Bearer a");

        assertThat(proof(SECRET + "\n").of(Question.PART, "/v1/products", "Bearer a"))
                .isEqualTo(proof);
        assertThat(proof("another secret of thirty-two bytes").of(Question.PART, "/v1/products", "Bearer a"))
                .isNotEqualTo(proof);
        assertThat(proof).doesNotContain(SECRET);
    }

    @Test
    void a_proof_is_good_for_one_question_one_path_and_one_token() throws IOException {
        PeerProof secret = proof(SECRET);

        assertThat(secret.of(Question.PART, "/v1/products", "Bearer a"))
                .isNotEqualTo(secret.of(Question.KEY, "/v1/products", "Bearer a"))
                .isNotEqualTo(secret.of(Question.PART, "/v1/products?limit=5", "Bearer a"))
                .isNotEqualTo(secret.of(Question.PART, "/v1/products", "Bearer b"));
    }

    @Test
    void a_secret_that_is_short_or_missing_is_refused_without_being_named() {
        assertThatThrownBy(() -> proof("guessable"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("fewer than 32 bytes")
                .hasMessageNotContaining("guessable");
        assertThatThrownBy(() -> InstanceSecret.ofFile(directory.resolve("none")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot read");
    }

    private PeerProof proof(String secret) throws IOException {
        return new PeerProof(InstanceSecret.ofFile(Files.writeString(directory.resolve("secret"), secret)));
    }
}
