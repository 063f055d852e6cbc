package io.echotrace.output;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A thread of EchoTrace: a daemon named {@code echotrace-<role>} that knows no class loader of the host, and that others
 * wait for with bounds.
 */
public final class DaemonThread {
    private final Thread thread;

    /** @param role what the thread is for, in one word */
    public DaemonThread(String role, Runnable work) {
        thread = new Thread(work, "echotrace-" + role);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
    }

    public void start() {
        thread.start();
    }

    /** Ends a pause of the thread early. */
    public void wake() {
        LockSupport.unpark(thread);
    }

    /**
     * Rests for a while, or until {@link #wake}. A host may interrupt all threads of its group: that ends one rest, and is
     * forgotten, or the loop around it would spin from then on.
     */
    public static void pause(long nanos) {
        LockSupport.parkNanos(nanos);
        Thread.interrupted();
    }

    /** Waits until the thread has ended, or as long as the caller is patient, or until it is interrupted. */
    public void await(long patienceNanos) {
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
