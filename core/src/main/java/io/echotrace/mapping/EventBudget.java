package io.echotrace.mapping;

import java.util.Arrays;

/**
 * How many single sounds there may be while nothing is wrong: four within an hour, and none within half a minute of
 * another of its kind. The last one is kept for good news. What belongs to a finding does not ask, nor does the sign that all is
 * well, which a user has asked for. Instants are those of playing, since it is ears that are to be spared. The probe
 * thread's own.
 */
final class EventBudget {
    /** What is heard alone, outside of incidents. */
    enum Kind {
        /** An error that is not part of a burst. */
        ERROR,
        /** A collection that is longer than those of health. */
        COLLECTION,
        /** What was wrong is over. */
        RECOVERY
    }

    private static final int MOST = 4;
    private static final long HOUR_NANOS = 3_600_000_000_000L;
    private static final long REST_NANOS = 30_000_000_000L;
    private static final long LONG_AGO = Long.MIN_VALUE / 2;

    private final long[] spent = new long[MOST];
    private final long[] latest = new long[Kind.values().length];

    EventBudget() {
        Arrays.fill(spent, LONG_AGO);
        Arrays.fill(latest, LONG_AGO);
    }

    /** Whether such a sound may be heard now; if so, it counts. */
    boolean grants(Kind kind, long nowNanos) {
        int left = 0;
        int oldest = 0;
        for (int i = 0; i < MOST; i++) {
            left += nowNanos - spent[i] >= HOUR_NANOS ? 1 : 0;
            oldest = spent[i] < spent[oldest] ? i : oldest;
        }
        int kept = kind == Kind.RECOVERY ? 0 : 1;
        if (left <= kept || nowNanos - latest[index(kind)] < REST_NANOS) {
            return false;
        }
        spent[oldest] = nowNanos;
        latest[index(kind)] = nowNanos;
        return true;
    }

    @SuppressWarnings("EnumOrdinal") // an index within one run of one version, never stored
    private static int index(Kind kind) {
        return kind.ordinal();
    }
}
