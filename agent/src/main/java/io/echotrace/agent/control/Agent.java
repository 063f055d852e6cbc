package io.echotrace.agent.control;

import java.io.Closeable;
import java.lang.instrument.Instrumentation;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The agent from the first load to the last: each load is carried out on a thread of its own, one after the other, and
 * when the last of them leaves nothing running, it closes the loader that all this came from.
 *
 * <p>Runs before the host's main: what is light is here, all else is in {@link Control}, which the loads' threads make.
 */
public final class Agent implements BiPredicate<@Nullable String, Instrumentation>, BooleanSupplier {
    /** It takes a third of a second; on a machine that is overloaded twenty times over, correspondingly longer. */
    private static final long HOST_PATIENCE_MILLIS = 20_000;

    private final ExitHook exitHook = new ExitHook(this);
    private @Nullable LoadThread last;
    private int waiting;
    private boolean hooked;
    private boolean over;
    private boolean hostMayRun;
    private @Nullable Control control;

    /** Takes a load's text; false if the agent is over and another is needed. */
    @Override
    public synchronized boolean test(@Nullable String text, Instrumentation instrumentation) {
        if (over) {
            return false;
        }
        if (hookIn()) {
            LoadThread load = new LoadThread(this, text, instrumentation, last);
            load.start();
            last = load;
            waiting++;
        }
        return true;
    }

    /** Waits until the host may begin and tells whether it is not to, because it was given wrong options. */
    @Override
    public synchronized boolean getAsBoolean() {
        long deadline = System.nanoTime() + HOST_PATIENCE_MILLIS * 1_000_000;
        long left = HOST_PATIENCE_MILLIS;
        try {
            while (waiting > 0 && !hostMayRun && left > 0) {
                wait(left);
                left = (deadline - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return control != null && control.isHostRefused();
    }

    private synchronized void letHostRun() {
        hostMayRun = true;
        notifyAll();
    }

    /** What carries the loads out; made by the first of them. */
    synchronized Control control(Instrumentation instrumentation) {
        if (control == null) {
            control = new Control(
                    AgentProperties.ofThisJvm(instrumentation),
                    message -> test(message, instrumentation),
                    this::letHostRun);
        }
        return control;
    }

    /** A load has been carried out. */
    void done() throws Exception {
        if (isOver()) {
            ((Closeable) Agent.class.getClassLoader()).close();
        }
    }

    /**
     * What is to be ended with the host, null if nothing is; while a load is being carried out, which may start something,
     * that is waited for.
     */
    synchronized @Nullable Control running(long patienceMillis) throws InterruptedException {
        long deadline = System.nanoTime() + patienceMillis * 1_000_000;
        long left = patienceMillis;
        while (waiting > 0 && !isRunning() && left > 0) {
            wait(Math.min(left, 10));
            left = (deadline - System.nanoTime()) / 1_000_000;
        }
        return isRunning() ? control : null;
    }

    /**
     * Here, not on the load's thread: a host that ends at once would be in its shutdown before that gets so far.
     *
     * @return false if the host is in its shutdown already
     */
    private boolean hookIn() {
        try {
            if (!hooked) {
                Runtime.getRuntime().addShutdownHook(exitHook);
                hooked = true;
            }
            return true;
        } catch (IllegalStateException hostEnds) {
            return false;
        }
    }

    private synchronized boolean isOver() {
        waiting--;
        notifyAll();
        over = waiting == 0 && !isRunning() && unhook();
        return over;
    }

    private boolean isRunning() {
        return control != null && control.isRunning();
    }

    private boolean unhook() {
        try {
            Runtime.getRuntime().removeShutdownHook(exitHook);
            return true;
        } catch (IllegalStateException hostEnds) {
            return false;
        }
    }
}
