package io.echotrace.agent.weave;

import io.echotrace.agent.host.Notices;
import io.echotrace.output.DaemonThread;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Has the JVM define classes again that it has loaded already, a few at a time: it stands still for each batch, so batches
 * are small and the program runs on between them.
 */
final class Retransformation {
    static final int BATCH = 10;
    static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Instrumentation instrumentation;
    private final Notices notices;
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

    /**
     * Defines the classes again, all that can be.
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
        return classes.size() - done;
    }

    /** One class that cannot be defined again keeps all of its batch from it: it is found by halving. */
    private void define(List<Class<?>> batch) {
        try {
            instrumentation.retransformClasses(batch.toArray(new Class<?>[0]));
        } catch (Throwable failure) {
            if (batch.size() == 1) {
                notices.warn(
                        batch.get(0).getName() + " cannot be changed while it runs, and is left as it is: " + failure);
                notices.debug(failure);
            } else {
                define(batch.subList(0, batch.size() / 2));
                define(batch.subList(batch.size() / 2, batch.size()));
            }
        }
    }

    /** The loaded classes that the transformer would have a look at. */
    List<Class<?>> candidates(WeavingTransformer transformer) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> type : instrumentation.getAllLoadedClasses()) {
            if (isChangeable(type) && transformer.isCandidate(type)) {
                found.add(type);
            }
        }
        return found;
    }

    private boolean isChangeable(Class<?> type) {
        return !type.isArray() && !type.isPrimitive() && instrumentation.isModifiableClass(type);
    }
}
