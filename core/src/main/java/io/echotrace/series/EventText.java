package io.echotrace.series;

import io.echotrace.metric.Occurrence;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Occurrences as text in the CSV's last column: {@code kind@start_s+length_s[:text]}, separated by {@code ;}. The text
 * is percent-encoded UTF-8; {@code ?} stands for the length of what goes on.
 */
final class EventText {
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MICROS_PER_SECOND = 1_000_000;
    /** What stands for itself beside letters and digits; all else, {@code %;,"} and blanks above all, is encoded. */
    private static final String PLAIN = "-._~=:/()+@";

    private static final String HEX = "0123456789ABCDEF";

    private EventText() {}

    static void append(StringBuilder to, Occurrence occurrence) {
        to.append(occurrence.kind().name().toLowerCase(Locale.ROOT)).append('@');
        appendSeconds(to, occurrence.startNanos());
        to.append('+');
        if (occurrence.lengthNanos() == Occurrence.ONGOING) {
            to.append('?');
        } else {
            appendSeconds(to, occurrence.lengthNanos());
        }
        if (!occurrence.text().isEmpty()) {
            encode(to.append(':'), occurrence.text());
        }
    }

    /** Seconds with at least three decimals, six where microseconds are known. */
    private static void appendSeconds(StringBuilder to, long nanos) {
        long micros = nanos / NANOS_PER_MICRO;
        if (micros < 0) {
            to.append('-');
            micros = -micros;
        }
        to.append(micros / MICROS_PER_SECOND).append('.');
        long fraction = micros % MICROS_PER_SECOND;
        boolean millis = fraction % 1_000 == 0;
        long digits = millis ? fraction / 1_000 : fraction;
        for (long place = millis ? 100 : 100_000; place > 0; place /= 10) {
            to.append((char) ('0' + digits / place % 10));
        }
    }

    private static void encode(StringBuilder to, String text) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            boolean alphanumeric = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (alphanumeric || PLAIN.indexOf(c) >= 0) {
                to.append(c);
            } else {
                to.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
            }
        }
    }

    /** @throws IllegalArgumentException naming the event that cannot be read */
    static List<Occurrence> parse(String events) {
        List<Occurrence> parsed = new ArrayList<>();
        int from = 0;
        while (from < events.length()) {
            int separator = events.indexOf(';', from);
            int to = separator < 0 ? events.length() : separator;
            parsed.add(parseOne(events.substring(from, to)));
            from = to + 1;
        }
        return parsed;
    }

    private static Occurrence parseOne(String event) {
        int at = event.indexOf('@');
        int plus = event.indexOf('+', at);
        int colon = event.indexOf(':', plus);
        if (at < 0 || plus < 0) {
            throw new IllegalArgumentException("event '" + event + "' is not kind@start+length[:text]");
        }
        String length = event.substring(plus + 1, colon < 0 ? event.length() : colon);
        try {
            return new Occurrence(
                    Occurrence.Kind.valueOf(event.substring(0, at).toUpperCase(Locale.ROOT)),
                    nanos(event.substring(at + 1, plus)),
                    length.equals("?") ? Occurrence.ONGOING : nanos(length),
                    colon < 0 ? "" : decode(event.substring(colon + 1)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("event '" + event + "': " + e.getMessage(), e);
        }
    }

    private static long nanos(String seconds) {
        return StrictMath.round(Double.parseDouble(seconds) * MICROS_PER_SECOND) * NANOS_PER_MICRO;
    }

    private static String decode(String text) {
        byte[] bytes = new byte[text.length()];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes[length++] = (byte) Integer.parseInt(text.substring(i + 1, Math.min(i + 3, text.length())), 16);
                i += 2;
            } else {
                bytes[length++] = (byte) c;
            }
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
