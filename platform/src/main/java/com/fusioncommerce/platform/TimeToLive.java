package com.fusioncommerce.platform;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 30s}, {@code 15m}, {@code 8h}, {@code 7d}. */
final class TimeToLive implements ITypeConverter<Duration> {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})([smhd])");

    @Override
    public Duration convert(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is not a time such as 30s, 15m, 8h or 7d");
        }
        long number = Long.parseLong(matcher.group(1));
        if (number == 0) {
            throw new TypeConversionException("a token that is valid for no time is of no use");
        }
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
