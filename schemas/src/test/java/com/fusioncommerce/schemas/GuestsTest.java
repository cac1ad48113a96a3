package com.fusioncommerce.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuestsTest {
    @ParameterizedTest
    @ValueSource(strings = {"guest", "Guest", "GUESTS", "anonymous", "Anonymous ", "guest:4711", "GUEST:a"})
    void these_ids_are_of_guests(String id) {
        assertThat(Guests.isGuest(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "17850", "guest-relations", "guest1", "my guest", "anonymous1"})
    void these_ids_are_of_customers(String id) {
        assertThat(Guests.isGuest(id)).isFalse();
    }
}
