package io.echotrace.agent.control;

import org.jspecify.annotations.Nullable;

/** Completes the recording when the host ends, and never holds it up for longer than a moment. */
final class ExitHook extends Thread {
    private static final long LIMIT_MILLIS = 250;

    private final Agent agent;

    /** Made before the host's main, which may set a security manager that allows us no threads. */
    private final Stopper stopper = new Stopper();

    ExitHook(Agent agent) {
        super("echotrace-exit");
        this.agent = agent;
        setContextClassLoader(null);
        setUncaughtExceptionHandler(new Silence());
    }

    @Override
    public void run() {
        try {
            long deadline = System.nanoTime() + LIMIT_MILLIS * 1_000_000;
            // A run that is over before the agent has started is recorded all the same.
            Control running = agent.running(LIMIT_MILLIS);
            if (running != null) {
                stopper.control = running;
                stopper.start();
                stopper.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (Throwable unheard) {
            // the host ends, and so do we
        }
    }

    /** A thread of its own: nothing that it waits for, such as a disk that hangs, may hold up the exit. */
    private static final class Stopper extends Thread {
        @Nullable Control control;

        Stopper() {
            super("echotrace-stop");
            setDaemon(true);
            setContextClassLoader(null);
            setUncaughtExceptionHandler(new Silence());
        }

        @Override
        public void run() {
            if (control != null) {
                control.endWithHost();
            }
        }
    }
}
