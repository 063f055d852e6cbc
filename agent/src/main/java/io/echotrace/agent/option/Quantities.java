package io.echotrace.agent.option;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads numbers with a unit, as users write them. */
public final class Quantities {
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("([0-9]{1,15}(?:\\.[0-9]{1,9})?)([a-zA-Z]*)");

    private Quantities() {}

    /**
     * A duration such as {@code 100ms}, {@code 2s}, {@code 0.5s}, {@code 5m} or {@code 1h}; a bare number is seconds.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Duration duration(String text) {
        Matcher matcher = match(text);
        BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(nanosOf(matcher.group(2))));
        return Duration.ofNanos(whole(nanos));
    }

    /**
     * A number of bytes such as {@code 500kB}, {@code 100MB} or {@code 1GB}, in steps of a thousand; a bare number is
     * bytes.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static long bytes(String text) {
        Matcher matcher = match(text);
        return whole(new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(bytesOf(matcher.group(2)))));
    }

    private static Matcher match(String text) {
        Matcher matcher = NUMBER_AND_UNIT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return matcher;
    }

    private static long whole(BigDecimal number) {
        if (number.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw new IllegalArgumentException(number + " is too large");
        }
        return number.longValue();
    }

    private static long nanosOf(String unit) {
        switch (unit) {
            case "ms":
                return 1_000_000;
            case "":
            case "s":
                return 1_000_000_000;
            case "m":
                return 60_000_000_000L;
            case "h":
                return 3_600_000_000_000L;
            default:
                throw new IllegalArgumentException(unit);
        }
    }

    private static long bytesOf(String unit) {
        switch (unit.toUpperCase(Locale.ROOT)) {
            case "":
            case "B":
                return 1;
            case "KB":
                return 1_000;
            case "MB":
                return 1_000_000;
            case "GB":
                return 1_000_000_000;
            case "TB":
                return 1_000_000_000_000L;
            default:
                throw new IllegalArgumentException(unit);
        }
    }
}
