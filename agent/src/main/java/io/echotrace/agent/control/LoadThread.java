package io.echotrace.agent.control;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** Carries out one load of the agent, after the load before it. A daemon, like all our threads. */
final class LoadThread extends Thread {
    private final Agent agent;
    private final @Nullable String text;
    private final Instrumentation instrumentation;

    /** Where a recording begins that this load starts: here and not when all the classes for it are there. */
    private final long startNanoTime = System.nanoTime();

    private @Nullable LoadThread earlier;

    LoadThread(Agent agent, @Nullable String text, Instrumentation instrumentation, @Nullable LoadThread earlier) {
        super("echotrace-load");
        this.agent = agent;
        this.text = text;
        this.instrumentation = instrumentation;
        this.earlier = earlier;
        setDaemon(true);
        setContextClassLoader(null);
        setUncaughtExceptionHandler(new Silence());
    }

    @Override
    public void run() {
        try {
            awaitEarlier();
            agent.control(instrumentation).take(new Load(text, instrumentation, startNanoTime));
        } catch (Throwable t) {
            report(t);
        }
        try {
            agent.done();
        } catch (Throwable t) {
            report(t);
        }
    }

    private void awaitEarlier() throws InterruptedException {
        if (earlier != null) {
            earlier.join();
            earlier = null; // or each load would keep all before it
        }
    }

    private static void report(Throwable t) {
        try {
            System.err.println("echotrace: failed, the application runs on: " + t);
        } catch (Throwable ignored) {
            // not even stderr is left
        }
    }
}
