package io.echotrace.probe;

/** The JVM's own counters of safepoints. Read by the ticker: a read allocates nothing. */
interface SafepointCounters {
    /** What {@link #runningNanos} says where it is not counted. */
    long UNKNOWN = -1;

    /** Safepoints begun since the JVM started. */
    long count();

    /**
     * A number that grows when a safepoint has ended, shortly after the threads run again; until then the lengths do not
     * hold the whole of the latest stop.
     */
    long ended();

    /** Time stopped since the JVM started, time to safepoint included. */
    long stoppedNanos();

    /**
     * Time between stops since the JVM started, up to the beginning of the latest; or {@link #UNKNOWN}. With {@link
     * #stoppedNanos} it is a clock of the JVM's own that says when a stop began.
     */
    long runningNanos();

    /** Time to safepoint since the JVM started, of all safepoints. */
    long syncNanos();

    /** Garbage collection pauses begun since the JVM started; never changes where that is unknown. */
    long collections();

    /**
     * Writes why the last collection ran, as the JVM names it, in ASCII; called by the ticker after {@link #collections}
     * has changed.
     *
     * @return the number of bytes written, at most {@link StopRing#CAUSE_BYTES}
     */
    int copyCause(byte[] into, int offset);
}
