package io.echotrace.agent.workshop;

/** What programs do to the heap apart from keeping objects. */
public final class Heap {
    private static final int GARBAGE_BYTES = 1_000;

    @SuppressWarnings("UnusedVariable") // what is never stored is never allocated: the JIT compiler leaves it out
    private static volatile byte[] latest = {};

    private Heap() {}

    /** Allocates about so much in small arrays, each of which is garbage when the next is made. */
    public static void makeGarbage(int kilobytes) {
        for (int i = 0; i < kilobytes; i++) {
            latest = new byte[GARBAGE_BYTES];
        }
    }

    /** Collects the whole heap and says how long that took. */
    public static long collect() {
        long startNanos = System.nanoTime();
        System.gc();
        return System.nanoTime() - startNanos;
    }
}
