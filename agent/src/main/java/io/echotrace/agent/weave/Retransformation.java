package io.echotrace.agent.weave;

import io.echotrace.agent.host.Notices;
import io.echotrace.output.DaemonThread;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Has the JVM define classes again that it has loaded already, a few at a time: it stands still for each batch, so batches
 * are small and the program runs on between them.
 */
final class Retransformation {
    static final int BATCH = 50;
    static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Instrumentation instrumentation;
    private final Notices notices;
    private final Refusals refusals = new Refusals();
    private volatile boolean cancelled;

    Retransformation(Instrumentation instrumentation, Notices notices) {
        this.instrumentation = instrumentation;
        this.notices = notices;
    }

    /** Has no further batch begin. */
    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Whether the JVM has refused to define the class again. */
    boolean hasRefused(Class<?> type) {
        return refusals.contains(type);
    }

    /**
     * Defines the classes again, all that can be, and tells of the others at its end.
     *
     * @param pauseNanos how long the program runs between two batches
     * @param deadline by {@code System.nanoTime()}; from then on no further batch begins
     * @return how many classes are left over, the time being over
     */
    int run(List<Class<?>> classes, long pauseNanos, long deadline) {
        int done = 0;
        while (done < classes.size() && !cancelled && System.nanoTime() - deadline < 0) {
            if (done > 0 && pauseNanos > 0) {
                DaemonThread.pause(pauseNanos);
            }
            int end = Math.min(classes.size(), done + BATCH);
            define(classes.subList(done, end));
            done = end;
        }
        refusals.tell(notices);
        return classes.size() - done;
    }

    /** One class that cannot be defined again keeps all of its batch from it: it is found by halving. */
    private void define(List<Class<?>> batch) {
        try {
            instrumentation.retransformClasses(batch.toArray(new Class<?>[0]));
        } catch (Throwable failure) {
            if (batch.size() == 1) {
                refusals.add(batch.get(0), failure);
            } else {
                define(batch.subList(0, batch.size() / 2));
                define(batch.subList(batch.size() / 2, batch.size()));
            }
        }
    }
}
