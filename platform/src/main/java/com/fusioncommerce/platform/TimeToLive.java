package com.fusioncommerce.platform;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts a duration: {@code 30s}, {@code 15m}, {@code 8h}, {@code 7d}. */
final class TimeToLive implements ITypeConverter<Duration> {
    private static final Duration LONGEST = Duration.ofDays(3_650);
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})([smhd])");

    @Override
    public Duration convert(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException("'" + text + "' is not a time such as 30s, 15m, 8h or 7d");
        }
        long number = Long.parseLong(matcher.group(1));
        if (number == 0) {
            throw new TypeConversionException("must be between 1s and " + LONGEST.toDays() + "d, not " + text);
        }
        Duration time =
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(number);
                    case "m" -> Duration.ofMinutes(number);
                    case "h" -> Duration.ofHours(number);
                    default -> Duration.ofDays(number);
                };
        if (time.compareTo(LONGEST) > 0) {
            throw new TypeConversionException("must be between 1s and " + LONGEST.toDays() + "d, not " + text);
        }
        return time;
    }
}
