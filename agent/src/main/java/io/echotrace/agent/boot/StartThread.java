package io.echotrace.agent.boot;

import java.lang.instrument.Instrumentation;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Loads the hidden part of the jar and starts the agent proper, beside the host's main. A daemon, like all our threads. */
final class StartThread extends Thread {
    /**
     * A {@code BiFunction<String, Instrumentation, Runnable>}, made with the time of the start: what it returns ends the
     * agent; null if it did not start. And a {@code BooleanSupplier}: whether the host is to end.
     */
    private static final String AGENT = "io.echotrace.agent.host.AgentStart";

    /** One for all loads of the agent into this JVM, so that the second finds the first. */
    private static @Nullable ClassLoader payload;

    /** The load before this one, which is to win if both come at once. */
    private @Nullable StartThread earlier;

    private final @Nullable String options;
    private final Instrumentation instrumentation;
    /** Where the recording begins: here and not when the hidden part of the jar is loaded. */
    private final long startNanoTime = System.nanoTime();

    private final Thread exitHook = new ExitHook(this);
    private volatile @Nullable Runnable ending;
    private volatile boolean refused;

    StartThread(@Nullable String options, Instrumentation instrumentation, @Nullable StartThread earlier) {
        super("echotrace-start");
        this.earlier = earlier;
        this.options = options;
        this.instrumentation = instrumentation;
        setDaemon(true);
        setContextClassLoader(null);
        setUncaughtExceptionHandler(new Silence());
    }

    /** Ends the agent with the host. */
    Thread exitHook() {
        return exitHook;
    }

    /** Ends the agent; null while it is not running. */
    @Nullable Runnable ending() {
        return ending;
    }

    /** Whether the agent refused to start and the host is to end, because of wrong options and by the user's wish. */
    boolean isRefused() {
        return refused;
    }

    @Override
    @SuppressWarnings("unchecked") // the one class named here is of this type
    public void run() {
        try {
            if (earlier != null) {
                earlier.join();
                earlier = null; // or each load would keep all before it
            }
            Object agent = payload().loadClass(AGENT).getConstructor(long.class).newInstance(startNanoTime);
            ending = ((BiFunction<String, Instrumentation, Runnable>) agent).apply(options, instrumentation);
            refused = ((BooleanSupplier) agent).getAsBoolean();
        } catch (Throwable t) {
            AgentEntry.report(t);
        }
        if (ending == null) {
            removeHook();
        }
    }

    private static synchronized ClassLoader payload() throws Exception {
        if (payload == null) {
            payload = new PayloadLoader();
        }
        return payload;
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(exitHook);
        } catch (IllegalStateException e) {
            // the host is already ending
        }
    }
}
