package io.echotrace.it.host;

/**
 * A loop that runs to its end before its thread reaches a safepoint: a counted one, compiled, in a JVM without safepoints
 * in counted loops (the default on 8, {@code -XX:-UseCountedLoopSafepoints} later).
 */
final class LongLoop {
    private static final int WARM_UP = 20_000;

    private static volatile long result;
    private static double nanosEach;

    private LongLoop() {}

    /** Starts a thread that loops for about so long; returns when it does. */
    static Thread start(double millis) {
        if (nanosEach == 0) {
            warmUp();
        }
        int count = (int) Math.min(Integer.MAX_VALUE - 1, millis * 1e6 / nanosEach);
        Thread thread = new Thread(() -> result = loop(count));
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void warmUp() {
        for (int i = 0; i < WARM_UP; i++) {
            result = loop(1_000);
        }
        int count = 50_000_000;
        result = loop(count);
        long start = System.nanoTime();
        result = loop(count);
        nanosEach = Math.max(0.05, (System.nanoTime() - start) / (double) count);
    }

    private static long loop(int count) {
        long sum = 1;
        for (int i = 0; i < count; i++) {
            sum = sum * 31 + i;
        }
        return sum;
    }
}
