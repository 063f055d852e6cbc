package io.echotrace.it.host;

import java.io.IOException;

/**
 * Calls its methods so and so often, from the first line of its main on, then waits until its input ends. Its threads have
 * ids of their own making, which takes a call that may be timed, too.
 */
public final class KnownCalls {
    public static final int THREADS = 4;
    public static final int CALLS = 25_000;
    public static final int ERRORS = 500;
    public static final int DEPTH = 10;
    public static final int DESCENTS = 100;

    private KnownCalls() {}

    public static void main(String[] arguments) throws InterruptedException, IOException {
        first();
        Thread[] threads = new Thread[THREADS];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new OddThread();
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.println("done");
        while (System.in.read() >= 0) {
            // until there is no more
        }
    }

    static void first() {}

    static int plain(int number) {
        return number + 1;
    }

    static void failing() {
        throw new IllegalStateException("as expected");
    }

    static int descent(int depth) {
        return depth == 1 ? 1 : 1 + descent(depth - 1);
    }

    private static void work() {
        for (int i = 0; i < CALLS; i++) {
            plain(i);
        }
        for (int i = 0; i < ERRORS; i++) {
            try {
                failing();
            } catch (IllegalStateException expected) {
                // it counts all the same
            }
        }
        for (int i = 0; i < DESCENTS; i++) {
            descent(DEPTH);
        }
    }

    /** Overrides what one could take for the JVM's own. */
    private static final class OddThread extends Thread {
        @Override
        public void run() {
            work();
        }

        @Override
        public long getId() {
            return plain(41);
        }

        @Override
        public int hashCode() {
            return plain(42);
        }
    }
}
