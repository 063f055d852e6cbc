package io.echotrace.session;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A daemon thread of a session, that knows no class loader of the host, and that others wait for with bounds. */
final class Daemon {
    private final Thread thread;

    Daemon(String role, Runnable work) {
        thread = new Thread(work, "echotrace-" + role);
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

    /** Waits until the thread has ended, but no longer than the caller is patient. */
    void await(long patienceNanos) {
        if (patienceNanos <= 0 || thread == Thread.currentThread()) {
            return;
        }
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, Math.max(patienceNanos, TimeUnit.MILLISECONDS.toNanos(1)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
