package io.echotrace.agent.boot;

/** Completes the recording when the host ends, and never holds it up for longer than a moment. */
final class ExitHook extends Thread {
    private static final long LIMIT_MILLIS = 250;

    private final StartThread starter;

    /** Made before the host's main, which may set a security manager that allows us no threads. */
    private final Thread stopper;

    ExitHook(StartThread starter) {
        super("echotrace-exit");
        this.starter = starter;
        setContextClassLoader(null);
        setUncaughtExceptionHandler(new Silence());
        stopper = new Stopper();
        stopper.setDaemon(true);
        stopper.setContextClassLoader(null);
        stopper.setUncaughtExceptionHandler(new Silence());
    }

    @Override
    public void run() {
        try {
            long deadline = System.nanoTime() + LIMIT_MILLIS * 1_000_000;
            starter.join(LIMIT_MILLIS); // a run that is over before the agent has started is recorded all the same
            if (starter.ending() != null) {
                stopper.start();
                stopper.join(Math.max(1, (deadline - System.nanoTime()) / 1_000_000));
            }
        } catch (Throwable t) {
            AgentEntry.report(t);
        }
    }

    /** A thread of its own: nothing that it waits for, such as a disk that hangs, may hold up the exit. */
    private final class Stopper extends Thread {
        Stopper() {
            super("echotrace-stop");
        }

        @Override
        public void run() {
            Runnable ending = starter.ending();
            if (ending != null) {
                ending.run();
            }
        }
    }
}
