package io.echotrace.probe;

/** The JVM's own counters of safepoints. Read by the ticker: a read allocates nothing. */
interface SafepointCounters {
    /** Safepoints begun since the JVM started. */
    long count();

    /**
     * A number that grows when a safepoint has ended, shortly after the threads run again; until then the lengths do not
     * hold the whole of the latest stop.
     */
    long ended();

    /** Time stopped since the JVM started, time to safepoint included. */
    long stoppedNanos();

    /** Time to safepoint since the JVM started, of all safepoints. */
    long syncNanos();

    /** Garbage collection pauses begun since the JVM started; never changes where that is unknown. */
    long collections();

    /** Whether {@link #ended} grows with every stop; false when it counts whole milliseconds. */
    boolean isPrecise();

    /**
     * Writes why the last collection ran, as the JVM names it, in ASCII; called by the ticker after {@link #collections}
     * has changed.
     *
     * @return the number of bytes written, at most {@link StopRing#CAUSE_BYTES}
     */
    int copyCause(byte[] into, int offset);
}
