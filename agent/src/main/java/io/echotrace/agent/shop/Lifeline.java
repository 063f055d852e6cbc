package io.echotrace.agent.shop;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.TimeUnit;

/** Sees to it that a program does not outlive whoever started it. */
public final class Lifeline {
    private static final int EXIT_OVERDUE = 3;

    private Lifeline() {}

    /** Interrupts the thread when the stream ends: its other end is the process that started this one. */
    public static void interruptAtEnd(Thread thread, InputStream parent) {
        ShopThreads.newDaemon("lifeline", () -> {
                    awaitEnd(parent);
                    thread.interrupt();
                })
                .start();
    }

    /** Ends the JVM the hard way, should it still live after so long. */
    public static void haltAfter(double seconds) {
        ShopThreads.newDaemon("limit", () -> {
                    try {
                        TimeUnit.MILLISECONDS.sleep(Math.round(1e3 * seconds));
                        Runtime.getRuntime().halt(EXIT_OVERDUE);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start();
    }

    private static void awaitEnd(InputStream parent) {
        try {
            int read = 0;
            while (read >= 0) {
                read = parent.read();
            }
        } catch (IOException e) {
            // A broken stream has ended, too.
        }
    }
}
