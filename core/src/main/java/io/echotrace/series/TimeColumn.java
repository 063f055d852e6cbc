package io.echotrace.series;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The time of a series' rows, as run time. Forms: seconds ({@code time_s}, or a column named {@code time} or {@code
 * timestamp} of small numbers), an epoch in seconds, milliseconds or nanoseconds, ISO-8601 with {@code T} or a blank.
 * All but {@code time_s} start at 0 with the first row.
 */
final class TimeColumn {
    private static final List<String> NAMES = Arrays.asList("time_s", "time", "timestamp");
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long ROW_NANOS = 100_000_000;
    /** Epochs are told apart by size: 1e9 s, 1e12 ms and 1e18 ns are all in September 2001. */
    private static final double EPOCH_SECONDS = 1e9;

    private static final double EPOCH_MILLIS = 1e12;
    private static final double EPOCH_NANOS = 1e17;

    private final boolean present;
    private final boolean relative;
    private long firstNanos = Long.MIN_VALUE;
    private long rows;

    private TimeColumn(boolean present, boolean relative) {
        this.present = present;
        this.relative = relative;
    }

    /** Decides by the first column's name and its first cell. */
    static TimeColumn of(String name, String firstCell) {
        String lower = name.trim().toLowerCase(Locale.ROOT);
        boolean present = NAMES.contains(lower) || isDate(firstCell) || isEpoch(firstCell);
        return new TimeColumn(present, !lower.equals("time_s"));
    }

    boolean isPresent() {
        return present;
    }

    /** The next row's run time in nanoseconds. */
    long next(String cell) {
        long count = rows++;
        if (!present) {
            return count * ROW_NANOS;
        }
        long nanos = nanos(cell);
        if (!relative) {
            return nanos;
        }
        if (firstNanos == Long.MIN_VALUE) {
            firstNanos = nanos;
        }
        return nanos - firstNanos;
    }

    private static long nanos(String cell) {
        try {
            double number = Double.parseDouble(cell);
            if (number >= EPOCH_NANOS) {
                return Long.parseLong(cell);
            }
            return StrictMath.round(number * (number >= EPOCH_MILLIS ? NANOS_PER_SECOND / 1000 : NANOS_PER_SECOND));
        } catch (NumberFormatException e) {
            Instant instant = date(cell);
            return instant.getEpochSecond() * (long) NANOS_PER_SECOND + instant.getNano();
        }
    }

    private static boolean isEpoch(String cell) {
        try {
            return Double.parseDouble(cell) >= EPOCH_SECONDS;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isDate(String cell) {
        try {
            date(cell);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Instant date(String cell) {
        String iso = cell.trim().replace(' ', 'T');
        try {
            return OffsetDateTime.parse(iso).toInstant();
        } catch (DateTimeParseException e) {
            try {
                return LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException none) {
                throw new IllegalArgumentException(
                        "'" + cell + "' is no time: seconds, an epoch or ISO-8601, e.g. 2026-11-22T10:00:00Z", none);
            }
        }
    }
}
