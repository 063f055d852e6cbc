package io.echotrace.probe;

/**
 * Log-linear buckets for durations: each nanosecond has its own below 64 ns, then every octave is divided into 32, up to
 * 2^42 ns (73 minutes). The middle of a bucket is at most 1.6 % off any duration in it.
 */
public final class DurationBuckets {
    /** How many buckets there are. */
    public static final int COUNT;

    private static final int BITS = 5;
    private static final long PER_OCTAVE = 1L << BITS;
    private static final long LONGEST_NANOS = (1L << 42) - 1;

    static {
        COUNT = of(LONGEST_NANOS) + 1;
    }

    private DurationBuckets() {}

    /** The bucket of a duration; what is longer than 2^42 ns lies in the last one, what is negative in the first. */
    public static int of(long nanos) {
        if (nanos < PER_OCTAVE) {
            return (int) Math.max(0, nanos);
        }
        long counted = Math.min(nanos, LONGEST_NANOS);
        int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(counted) - BITS;
        return (octave << BITS) + (int) (counted >>> octave);
    }

    /** The middle of a bucket: the mean of the shortest and the longest duration in it. */
    public static double middleNanos(int bucket) {
        int octave = Math.max(0, (bucket >> BITS) - 1);
        long shortest = (long) (bucket - (octave << BITS)) << octave;
        return shortest + ((1L << octave) - 1) / 2.0;
    }
}
