package io.echotrace.metric;

import io.echotrace.metric.Occurrence.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one interval brought: a snapshot, and the occurrences learned of since the one before. Immutable. */
public final class Row {
    /** How late an occurrence may be learned of and still stand in its true place; renderers stay this far behind. */
    public static final long LATEST_NANOS = 500_000_000L;

    private final Snapshot snapshot;
    private final List<Occurrence> occurrences;

    /**
     * Makes the row that follows another. What starts earlier than {@link #earliestNanos} is clipped to that instant,
     * because the sound before it may already be written.
     *
     * @param previousNanos the instant of the row before; 0 when this is the first, before which nothing is written
     */
    public Row(Snapshot snapshot, List<Occurrence> occurrences, long previousNanos) {
        this.snapshot = snapshot;
        long earliest = earliestNanos(snapshot.atNanos(), previousNanos);
        List<Occurrence> clipped = new ArrayList<>(occurrences.size());
        for (Occurrence occurrence : occurrences) {
            clipped.add(clip(occurrence, earliest));
        }
        this.occurrences = Collections.unmodifiableList(clipped);
    }

    /**
     * The earliest instant at which an occurrence of a row can start: {@link #LATEST_NANOS} before the row, and after a
     * gap the row before, since a stop of the JVM that is longer than that also stopped the rows and the renderers.
     */
    public static long earliestNanos(long rowNanos, long previousNanos) {
        return Math.min(rowNanos - LATEST_NANOS, previousNanos);
    }

    /** All values. */
    public Snapshot snapshot() {
        return snapshot;
    }

    /** What was learned of since the row before, in no certain order. */
    public List<Occurrence> occurrences() {
        return occurrences;
    }

    /** Nanoseconds since the run started. */
    public long atNanos() {
        return snapshot.atNanos();
    }

    /** The metric's value; NaN when it is unavailable or not of this run. */
    public double value(Metric metric) {
        return snapshot.value(metric);
    }

    private static Occurrence clip(Occurrence occurrence, long earliestNanos) {
        boolean reachesBack = occurrence.kind() == Kind.RUN || occurrence.kind() == Kind.FINDING;
        if (occurrence.startNanos() >= earliestNanos || reachesBack) {
            return occurrence;
        }
        long end = occurrence.startNanos() + occurrence.lengthNanos();
        long length =
                occurrence.lengthNanos() == Occurrence.ONGOING ? Occurrence.ONGOING : Math.max(0, end - earliestNanos);
        return new Occurrence(occurrence.kind(), earliestNanos, length, occurrence.text());
    }
}
