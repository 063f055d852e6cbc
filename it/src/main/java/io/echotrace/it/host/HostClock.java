package io.echotrace.it.host;

/** Relates the JVM's two clocks: {@code clock}, wall-clock milliseconds and, at that very tick, {@code System.nanoTime()}. */
final class HostClock {
    private static final int TICKS = 50;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private HostClock() {}

    /** A thread that loses its turn between the two clocks reads the second too late: the earliest of many is true. */
    static void print() {
        long millis = 0;
        long nanos = Long.MAX_VALUE;
        for (int i = 0; i < TICKS; i++) {
            long tick = nextMillis();
            long now = System.nanoTime();
            if (now - tick * NANOS_PER_MILLI < nanos - millis * NANOS_PER_MILLI) {
                millis = tick;
                nanos = now;
            }
        }
        System.out.println("clock " + millis + " " + nanos);
    }

    private static long nextMillis() {
        long before = System.currentTimeMillis();
        long millis = before;
        while (millis == before) {
            millis = System.currentTimeMillis();
        }
        return millis;
    }
}
