package io.echotrace.it.host;

import java.io.File;

/** Lets a host wait until the agent is at work. */
final class Watched {
    private static final long FIRST_ROWS_BYTES = 2_000;
    private static final long PATIENCE_NANOS = 30_000_000_000L;

    private Watched() {}

    /** Returns when the agent has written its first rows to the CSV; false if it does not within half a minute. */
    static boolean since(String csv) throws InterruptedException {
        File file = new File(csv);
        long start = System.nanoTime();
        while (file.length() < FIRST_ROWS_BYTES) {
            if (System.nanoTime() - start > PATIENCE_NANOS) {
                return false;
            }
            Thread.sleep(20);
        }
        return true;
    }
}
