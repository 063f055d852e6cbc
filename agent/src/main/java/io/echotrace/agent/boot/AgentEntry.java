package io.echotrace.agent.boot;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM enters the agent. Only starts a daemon thread, on which all else happens, and never throws: an exception
 * out of {@code premain} would end the host.
 */
public final class AgentEntry {
    private static @Nullable StartThread last;

    private AgentEntry() {}

    /** Called by the JVM before the host's main. */
    public static void premain(@Nullable String options, Instrumentation instrumentation) {
        StartThread starter = start(options, instrumentation);
        if (starter != null && isStrict(options)) {
            StrictStart.await(starter);
        }
    }

    /** Called by the JVM when the agent is loaded while the host runs. */
    public static void agentmain(@Nullable String options, Instrumentation instrumentation) {
        start(options, instrumentation);
    }

    private static boolean isStrict(@Nullable String options) {
        try {
            return StrictStart.mayBeWanted(options);
        } catch (Throwable t) {
            return false;
        }
    }

    private static synchronized @Nullable StartThread start(@Nullable String options, Instrumentation instrumentation) {
        try {
            StartThread starter = new StartThread(options, instrumentation, last);
            last = starter;
            // Here, not by the thread: a host that ends at once would be in its shutdown before the thread gets so far.
            Runtime.getRuntime().addShutdownHook(starter.exitHook());
            starter.start();
            return starter;
        } catch (Throwable t) {
            report(t);
            return null;
        }
    }

    static void report(Throwable t) {
        try {
            System.err.println("echotrace: not started, the application runs on: " + t);
        } catch (Throwable ignored) {
            // not even stderr is left
        }
    }
}
