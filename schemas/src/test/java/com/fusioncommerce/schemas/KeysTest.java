package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    @Test
    void a_key_is_the_tenant_and_the_id() {
        String key = Keys.of("acme", "85123A");

        assertThat(key).isEqualTo("acme/85123A");
        assertThat(Keys.tenant(key)).isEqualTo("acme");
        assertThat(Keys.id(key)).isEqualTo("85123A");
        assertThat(Keys.pool(Keys.id(key))).isEmpty();
    }

    @Test
    void the_id_of_what_lies_with_a_pool_says_so() {
        String key = Keys.pooled("acme", "main", "o-1");

        assertThat(key).isEqualTo("acme/main~o-1");
        assertThat(Keys.id(key)).isEqualTo(Keys.pooledId("main", "o-1"));
        assertThat(Keys.pool(Keys.id(key))).isEqualTo("main");
    }

    @Test
    void what_lies_with_one_pool_is_routed_alike() {
        assertThat(Keys.routing(Keys.pooled("acme", "main", "o-1")))
                .isEqualTo(Keys.routing(Keys.pooled("acme", "main", "85123A")))
                .isEqualTo("acme/main");
        assertThat(Keys.routing("acme/85123A")).isEqualTo("acme/85123A");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme", "/id"})
    void a_key_without_a_tenant_is_refused(String key) {
        assertThatThrownBy(() -> Keys.tenant(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tenants_are_lower_case_words_of_at_most_63_characters() {
        assertThat(Keys.isTenant("online-retail")).isTrue();
        assertThat(Keys.isTenant("a".repeat(63))).isTrue();
        assertThat(Keys.isTenant("a".repeat(64))).isFalse();
        assertThat(Keys.isTenant("Acme")).isFalse();
        assertThat(Keys.isTenant("a/b")).isFalse();
        assertThat(Keys.isTenant("-a")).isFalse();
        assertThat(Keys.isTenant("")).isFalse();
    }

    @Test
    void an_id_holds_nothing_that_ends_a_tenant_or_a_pool() {
        assertThat(Keys.isId("85123A")).isTrue();
        assertThat(Keys.isId("gift_0001 20")).isTrue();
        assertThat(Keys.isId("a/b")).isFalse();
        assertThat(Keys.isId("a~b")).isFalse();
        assertThat(Keys.isId("a\nb")).isFalse();
        assertThat(Keys.isId("")).isFalse();
        assertThat(Keys.isId("x".repeat(127))).isTrue();
        assertThat(Keys.isId("x".repeat(128))).isFalse();
    }

    @Test
    void ids_that_look_alike_are_not_two_ids() {
        for (String id :
                new String[] {"a ", " a", "a  b", "a\u00a0b", "a\u2003b", "a\u200b", "\u0430", "a\u0301", "a\n"}) {
            assertThat(Keys.isId(id)).as(id).isFalse();
            assertThat(Keys.isPool(id)).as(id).isFalse();
            assertThat(Keys.isPooledId("main~" + id)).as(id).isFalse();
        }
        assertThat(Keys.isPool("a b")).isFalse();
    }

    @Test
    void a_pooled_id_is_a_pool_and_an_id() {
        assertThat(Keys.isPooledId("main~o-1")).isTrue();
        assertThat(Keys.isPooledId("o-1")).isFalse();
        assertThat(Keys.isPooledId("~o-1")).isFalse();
        assertThat(Keys.isPooledId("main~")).isFalse();
        assertThat(Keys.isPooledId("main~a~b")).isFalse();
        assertThat(Keys.isPooledId("ma in~a")).isFalse();
    }
}
