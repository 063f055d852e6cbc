package io.echotrace.agent.boot;

/** Completes the recording when the host ends, and never holds it up for longer than a moment. */
final class ExitHook extends Thread {
    private static final long LIMIT_MILLIS = 300;

    private final StartThread starter;

    ExitHook(StartThread starter) {
        super("echotrace-exit");
        this.starter = starter;
        setContextClassLoader(null);
    }

    @Override
    public void run() {
        try {
            long deadline = System.nanoTime() + LIMIT_MILLIS * 1_000_000;
            starter.join(LIMIT_MILLIS); // a run that is over before the agent has started is recorded all the same
            Runnable ending = starter.ending();
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (ending != null && left > 0) {
                runAtMost(left, ending);
            }
        } catch (Throwable t) {
            AgentEntry.report(t);
        }
    }

    /** On a thread of its own: nothing that it waits for, such as a disk that hangs, may hold up the exit any longer. */
    private static void runAtMost(long millis, Runnable ending) throws InterruptedException {
        Thread stopper = new Thread(ending, "echotrace-stop");
        stopper.setDaemon(true);
        stopper.setContextClassLoader(null);
        stopper.start();
        stopper.join(millis);
    }
}
