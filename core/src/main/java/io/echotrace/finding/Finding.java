package io.echotrace.finding;

import io.echotrace.metric.Occurrence;
import java.util.Locale;

/** A fault that holds from a start to an end, how bad it is, and the numbers that say so. Immutable. */
public final class Finding {
    /** The end of what still holds. */
    public static final long ONGOING = Occurrence.ONGOING;

    private final Fault fault;
    private final double severity;
    private final long startNanos;
    private final long endNanos;
    private final String evidence;

    /**
     * @param severity 0…1
     * @param startNanos since the run started
     * @param endNanos since the run started, or {@link #ONGOING}
     * @param evidence what was measured, for example "34 % of the time in GC pauses"
     */
    public Finding(Fault fault, double severity, long startNanos, long endNanos, String evidence) {
        this.fault = fault;
        this.severity = severity;
        this.startNanos = startNanos;
        this.endNanos = endNanos;
        this.evidence = evidence;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** 0…1, on the scale of scores: from 0.3 it is heard, from 0.6 it is heard as wrong. */
    public double severity() {
        return severity;
    }

    /** Nanoseconds since the run started. */
    public long startNanos() {
        return startNanos;
    }

    /** Nanoseconds since the run started, or {@link #ONGOING}. */
    public long endNanos() {
        return endNanos;
    }

    /** What was measured, for example "34 % of the time in GC pauses". */
    public String evidence() {
        return evidence;
    }

    /** For example "GC storm: 34 % of the time in GC pauses since 12.3 s". */
    public String sentence() {
        return text() + " since " + String.format(Locale.ROOT, "%.1f s", startNanos / 1e9);
    }

    /** The finding as it stands in the CSV. */
    public Occurrence toOccurrence() {
        long length = endNanos == ONGOING ? Occurrence.ONGOING : endNanos - startNanos;
        return new Occurrence(Occurrence.Kind.FINDING, startNanos, length, text());
    }

    private String text() {
        return fault.title() + ": " + evidence;
    }
}
