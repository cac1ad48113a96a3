package com.fusioncommerce.schemas.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.slf4j.event.KeyValuePair;

/**
 * Encodes a log record as one line of JSON with {@link LogFields}. The correlation id and the tenant come from the
 * record's key-value pairs, or else from the thread's MDC; other pairs become fields of their own. Thread-safe.
 */
public final class JsonLogEncoder extends EncoderBase<ILoggingEvent> {
    private static final byte[] NOTHING = new byte[0];
    private static final int LINE = 384;
    private static final int LONGEST_TEXT = 16 << 10;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int MS = 1_000;
    private static final DateTimeFormatter TO_THE_SECOND =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.").withZone(ZoneOffset.UTC);

    private volatile Second last = new Second(-1, "");

    /** A formatted second, which is cached: many records share a second, and formatting dates takes longest. */
    private record Second(long epoch, String text) {}

    @Override
    public byte[] encode(ILoggingEvent event) {
        List<KeyValuePair> pairs = event.getKeyValuePairs() == null ? List.of() : event.getKeyValuePairs();
        StringBuilder line = new StringBuilder(LINE);
        line.append("{\"").append(LogFields.TIME).append("\":\"");
        time(line, event.getTimeStamp());
        line.append('"');
        field(line, LogFields.LEVEL, event.getLevel().toString());
        field(line, LogFields.LOGGER, event.getLoggerName());
        field(line, LogFields.THREAD, event.getThreadName());
        field(line, LogFields.CORRELATION_ID, context(LogFields.CORRELATION_ID, pairs, event));
        field(line, LogFields.TENANT, context(LogFields.TENANT, pairs, event));
        field(line, LogFields.MESSAGE, event.getFormattedMessage());
        field(
                line,
                LogFields.EXCEPTION,
                event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy()));
        for (KeyValuePair pair : pairs) {
            if (!LogFields.ALL.contains(pair.key)) {
                other(line, pair);
            }
        }
        return line.append("}\n").toString().getBytes(UTF_8);
    }

    private static String context(String name, List<KeyValuePair> pairs, ILoggingEvent event) {
        for (KeyValuePair pair : pairs) {
            if (pair.key.equals(name)) {
                return pair.value == null ? "" : pair.value.toString();
            }
        }
        Map<String, String> context = event.getMDCPropertyMap();
        return context.getOrDefault(name, "");
    }

    private void time(StringBuilder line, long millis) {
        long epoch = Math.floorDiv(millis, MS);
        Second second = last;
        if (second.epoch() != epoch) {
            second = new Second(epoch, TO_THE_SECOND.format(Instant.ofEpochSecond(epoch)));
            last = second;
        }
        int rest = Math.floorMod(millis, MS);
        line.append(second.text())
                .append((char) ('0' + rest / 100))
                .append((char) ('0' + rest / 10 % 10))
                .append((char) ('0' + rest % 10))
                .append('Z');
    }

    private static void other(StringBuilder line, KeyValuePair pair) {
        if (pair.value instanceof Number || pair.value instanceof Boolean) {
            line.append(",\"").append(pair.key).append("\":").append(pair.value);
        } else {
            field(line, pair.key, String.valueOf(pair.value));
        }
    }

    private static void field(StringBuilder line, String name, String value) {
        line.append(",\"").append(name).append("\":\"");
        String text = value == null ? "" : value;
        int end = Math.min(text.length(), LONGEST_TEXT);
        for (int i = 0; i < end; i++) {
            escaped(line, text.charAt(i));
        }
        line.append(end < text.length() ? " …\"" : "\"");
    }

    private static void escaped(StringBuilder line, char c) {
        switch (c) {
            case '"' -> line.append("\\\"");
            case '\\' -> line.append("\\\\");
            case '\n' -> line.append("\\n");
            case '\r' -> line.append("\\r");
            case '\t' -> line.append("\\t");
            default -> {
                if (c < FIRST_PRINTABLE) {
                    line.append(String.format("\\u%04x", (int) c));
                } else {
                    line.append(c);
                }
            }
        }
    }

    @Override
    public byte[] headerBytes() {
        return NOTHING;
    }

    @Override
    public byte[] footerBytes() {
        return NOTHING;
    }
}
