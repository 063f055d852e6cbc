package io.echotrace.it.host;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.instrument.Instrumentation;
import java.util.concurrent.locks.LockSupport;

/**
 * A small agent with a thread that wakes up all the time, and writes down when it was late: what a host's own threads
 * notice of a pause. Each line is the end by the wall clock in ms, and by how much it was late in ms.
 */
public final class PauseMeter {
    private static final long SLEEP_NANOS = 500_000;
    /** Shorter ones are the operating system's. */
    private static final long NOTICED_NANOS = 2_000_000;

    private PauseMeter() {}

    /**
     * Starts the meter.
     *
     * @param file where to write
     */
    public static void premain(String file, Instrumentation unused) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(file), true, "UTF-8");
        Thread thread = new Thread(() -> measure(out), "pause-meter");
        thread.setDaemon(true);
        thread.start();
    }

    private static void measure(PrintStream out) {
        long last = System.nanoTime();
        while (!Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(SLEEP_NANOS);
            long now = System.nanoTime();
            long late = now - last - SLEEP_NANOS;
            if (late > NOTICED_NANOS) {
                out.println(System.currentTimeMillis() + " " + late / 1e6);
            }
            last = System.nanoTime();
        }
    }
}
