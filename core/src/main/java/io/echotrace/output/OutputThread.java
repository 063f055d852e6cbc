package io.echotrace.output;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The audio thread of an output: a daemon that knows no class loader of the host, and that others wait for with bounds. */
final class OutputThread {
    private final Thread thread;

    OutputThread(String name, Runnable work) {
        thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    void start() {
        thread.start();
    }

    /** Ends a pause of the thread early. */
    void wake() {
        LockSupport.unpark(thread);
    }

    /** Waits until the thread has ended, or as long as the caller is patient, or until it is interrupted. */
    void await(long patienceNanos) {
        if (patienceNanos <= 0) {
            return;
        }
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(patienceNanos, TimeUnit.MILLISECONDS.toNanos(1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
