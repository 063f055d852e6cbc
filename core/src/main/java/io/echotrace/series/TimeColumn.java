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
 * timestamp} of small numbers), an epoch in seconds, milliseconds, microseconds or nanoseconds, ISO-8601 with {@code T}
 * or a blank. All but the seconds of {@code time_s} start at 0 with the first row.
 */
final class TimeColumn {
    private static final List<String> NAMES = Arrays.asList(SeriesWriter.TIME, "time", "timestamp");
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long ROW_NANOS = 100_000_000;
    /** Epochs are told apart by size: 1e9 s, 1e12 ms, 1e15 µs and 1e18 ns are all in September 2001. */
    private static final double EPOCH_SECONDS = 1e9;

    private static final double EPOCH_MILLIS = 1e12;
    private static final double EPOCH_MICROS = 1e15;
    private static final double EPOCH_NANOS = 1e17;
    /** A little less than a {@code long} of nanoseconds holds: the year 2255. */
    private static final double LATEST_NANOS = 9e18;

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
        boolean wallClock = isDate(firstCell) || isEpoch(firstCell);
        return new TimeColumn(NAMES.contains(lower) || wallClock, !lower.equals(SeriesWriter.TIME) || wallClock);
    }

    boolean isPresent() {
        return present;
    }

    /** Whether {@link #next} can take the cell. */
    boolean canRead(String cell) {
        try {
            if (present) {
                nanos(cell);
            }
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The next row's run time in nanoseconds.
     *
     * @throws IllegalArgumentException when the cell is no time
     */
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
        double nanos;
        if (PlainDate.is(cell)) {
            nanos = PlainDate.epochSecond(cell) * NANOS_PER_SECOND;
        } else {
            nanos = otherNanos(cell);
        }
        if (!(Math.abs(nanos) < LATEST_NANOS)) {
            throw noTime(cell);
        }
        return StrictMath.round(nanos);
    }

    private static double otherNanos(String cell) {
        try {
            double number = Double.parseDouble(cell);
            return number * nanosPerUnit(number);
        } catch (NumberFormatException e) {
            Instant instant = date(cell);
            return instant.getEpochSecond() * NANOS_PER_SECOND + instant.getNano();
        }
    }

    private static double nanosPerUnit(double number) {
        if (number < EPOCH_MILLIS) {
            return NANOS_PER_SECOND;
        }
        if (number < EPOCH_MICROS) {
            return NANOS_PER_SECOND / 1e3;
        }
        return number < EPOCH_NANOS ? NANOS_PER_SECOND / 1e6 : 1;
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
                throw noTime(cell);
            }
        }
    }

    private static IllegalArgumentException noTime(String cell) {
        return new IllegalArgumentException(
                "'" + cell + "' is no time: seconds, an epoch or ISO-8601, e.g. 2026-11-22T10:00:00Z");
    }
}
