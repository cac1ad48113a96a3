package com.fusioncommerce.platform.cli;

import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Validates numeric options against their ranges before the command runs. */
public final class Bounds {
    private Bounds() {}

    /**
     * Checks the numbers, defaults included, of a command and of its called subcommands.
     *
     * @throws ParameterException if a number is out of its range
     */
    public static void check(ParseResult parsed) {
        for (ParseResult command = parsed; command != null; command = command.subcommand()) {
            for (ArgSpec argument : command.commandSpec().args()) {
                check(command, argument);
            }
        }
    }

    private static void check(ParseResult command, ArgSpec argument) {
        of(argument).ifPresent(range -> {
            for (Object value : values(argument.getValue())) {
                if (value instanceof Number number && !allows(range, number.doubleValue())) {
                    throw new ParameterException(
                            command.commandSpec().commandLine(),
                            says(argument, range, value.toString()),
                            argument,
                            value.toString());
                }
            }
        });
    }

    /** The range that an option or parameter declares. */
    public static Optional<Between> of(ArgSpec argument) {
        return argument.userObject() instanceof AnnotatedElement element
                ? Optional.ofNullable(element.getAnnotation(Between.class))
                : Optional.empty();
    }

    /** The error message for a value outside the range: {@code --minutes must be between 1 and 60, not 0}. */
    public static String says(ArgSpec argument, Between range, String given) {
        String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        return name + " must be between " + text(range.min()) + " and " + text(range.max())
                + (range.orUnlimited() ? ", or max" : "") + ", not " + given;
    }

    private static boolean allows(Between range, double value) {
        return (value >= range.min() && value <= range.max())
                || (range.orUnlimited() && value == Double.POSITIVE_INFINITY);
    }

    private static Collection<?> values(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.values();
        }
        if (value instanceof Collection<?> all) {
            return all;
        }
        return value == null ? List.of() : List.of(value);
    }

    private static String text(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
