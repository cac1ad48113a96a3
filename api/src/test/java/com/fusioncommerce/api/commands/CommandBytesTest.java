package com.fusioncommerce.api.commands;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fusioncommerce.api.problem.ProblemException;
import org.junit.jupiter.api.Test;

class CommandBytesTest {
    private final CommandBytes bytes = new CommandBytes(100);

    @Test
    void commands_are_refused_where_their_bytes_are_too_many_however_few_they_are() {
        bytes.take(60);

        assertThatThrownBy(() -> bytes.take(41)).isInstanceOf(ProblemException.class);
        bytes.take(40);
    }

    @Test
    void what_was_refused_or_is_over_holds_nothing() {
        bytes.take(60);
        assertThatThrownBy(() -> bytes.take(60)).isInstanceOf(ProblemException.class);
        bytes.free(60);

        bytes.take(100);
    }

    @Test
    void a_command_larger_than_the_bound_goes_alone() {
        bytes.take(500);

        assertThatThrownBy(() -> bytes.take(1)).isInstanceOf(ProblemException.class);
    }
}
