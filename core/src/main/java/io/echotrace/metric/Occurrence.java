package io.echotrace.metric;

/**
 * Something that happened at a time of its own, between snapshots: it has a kind, a start and a length. It may be
 * learned of late and still stands where it happened. Immutable.
 */
public final class Occurrence {
    /** The length of what still goes on. */
    public static final long ONGOING = -1;

    /** What kinds there are. */
    public enum Kind {
        /** The run itself; its text says what a later rendering must know. */
        RUN,
        /** All threads of the JVM stood still; its text is a {@link StopText}. */
        STOP,
        /** A thread woke up late although the JVM did not stop. */
        STALL,
        /** Errors of the watched program; text: their count. */
        ERROR,
        /** A fault, at its start ({@link #ONGOING}) and again at its end. */
        FINDING,
        /** A mark that the user set. */
        MARKER,
        /** The user knows; findings may be quieter from here. */
        ACKNOWLEDGE
    }

    private final Kind kind;
    private final long startNanos;
    private final long lengthNanos;
    private final String text;

    /**
     * @param startNanos since the run started; rounded to microseconds
     * @param lengthNanos or {@link #ONGOING}; rounded to microseconds
     */
    public Occurrence(Kind kind, long startNanos, long lengthNanos, String text) {
        if (lengthNanos < 0 && lengthNanos != ONGOING) {
            throw new IllegalArgumentException("length " + lengthNanos + " ns is negative");
        }
        this.kind = kind;
        this.startNanos = Rounding.toMicros(startNanos);
        this.lengthNanos = lengthNanos == ONGOING ? ONGOING : Rounding.toMicros(lengthNanos);
        this.text = text;
    }

    /** What kind of thing happened. */
    public Kind kind() {
        return kind;
    }

    /** Nanoseconds since the run started, a whole number of microseconds. */
    public long startNanos() {
        return startNanos;
    }

    /** Nanoseconds, a whole number of microseconds; or {@link #ONGOING}. */
    public long lengthNanos() {
        return lengthNanos;
    }

    /** What {@link Kind} says of it; empty for most. */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return kind + "@" + startNanos + "+" + lengthNanos + (text.isEmpty() ? "" : ":" + text);
    }
}
