package io.echotrace.output;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * A thread of EchoTrace: a daemon named {@code echotrace-<role>} that knows no class loader of the host, whose end by an
 * exception the host never learns of, and that others wait for with bounds.
 */
public final class DaemonThread {
    private static final Set<Thread> LIVE = ConcurrentHashMap.newKeySet();

    private final Thread thread;
    private final Runnable work;

    /** @param role what the thread is for, in one word */
    public DaemonThread(String role, Runnable work) {
        this.work = work;
        thread = new Thread(this::run, "echotrace-" + role);
        thread.setDaemon(true);
        thread.setContextClassLoader(null);
        // Without one of its own it would have the host's default handler, which may well end the host.
        thread.setUncaughtExceptionHandler((dead, cause) -> {});
    }

    /** Those that have been started and have not ended. */
    public static Collection<Thread> live() {
        return Collections.unmodifiableSet(LIVE);
    }

    public void start() {
        LIVE.add(thread); // here and not by the thread itself, which may not have come so far when somebody asks
        try {
            thread.start();
        } catch (Throwable refused) {
            LIVE.remove(thread);
            throw refused;
        }
    }

    private void run() {
        try {
            work.run();
        } finally {
            LIVE.remove(thread);
        }
    }

    /**
     * Lets the current thread, one of EchoTrace, rest until the time is over or it is woken. Nobody interrupts these
     * threads for a reason of theirs: an interrupt, such as a host's of the whole thread group, ends one pause and is
     * forgotten, or all pauses after it would end at once.
     */
    public static void pause(long nanos) {
        LockSupport.parkNanos(nanos);
        Thread.interrupted();
    }

    /** Ends a pause of the thread early. */
    public void wake() {
        LockSupport.unpark(thread);
    }

    /**
     * Waits until the thread has ended, or as long as the caller is patient; not at all when the caller is the thread
     * itself. A caller that is interrupted waits on, and is interrupted again afterwards.
     *
     * @param clock any that counts nanoseconds
     */
    public void await(long patienceNanos, LongSupplier clock) {
        boolean interrupted = false;
        long start = clock.getAsLong();
        long left = isCurrent() ? 0 : patienceNanos;
        while (left > 0 && thread.isAlive()) {
            interrupted |= !hasWaited(left);
            left = patienceNanos - (clock.getAsLong() - start);
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the caller runs in this thread. */
    public boolean isCurrent() {
        return Thread.currentThread() == thread;
    }

    private boolean hasWaited(long nanos) {
        try {
            TimeUnit.NANOSECONDS.timedJoin(thread, nanos);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
