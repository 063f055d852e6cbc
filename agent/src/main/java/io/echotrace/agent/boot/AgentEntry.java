package io.echotrace.agent.boot;

import java.lang.instrument.Instrumentation;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM enters the agent, however often it is loaded, and from however many copies of the jar: the class path of
 * the JVM has one class of this name, that of the first. It passes each load on to the agent in the hidden part of its
 * jar, and never throws: an exception out of {@code premain} would end the host.
 *
 * <p>This class and its loader are what stays in a JVM after the agent has been detached.
 */
public final class AgentEntry {
    /**
     * A {@code BiPredicate<String, Instrumentation>}: takes a load's text and returns at once, with false if it is over
     * and cannot take any.
     */
    private static final String AGENT = "io.echotrace.agent.control.Agent";

    /** The agent in this JVM; null while there is none. */
    private static @Nullable BiPredicate<@Nullable String, Instrumentation> agent;

    private AgentEntry() {}

    /** Called by the JVM before the host's main. */
    public static void premain(@Nullable String text, Instrumentation instrumentation) {
        load(text, instrumentation);
    }

    /** Called by the JVM when the agent is loaded while the host runs. */
    public static void agentmain(@Nullable String text, Instrumentation instrumentation) {
        load(text, instrumentation);
    }

    private static synchronized void load(@Nullable String text, Instrumentation instrumentation) {
        try {
            BiPredicate<@Nullable String, Instrumentation> current = agent;
            if (current == null || !current.test(text, instrumentation)) {
                BiPredicate<@Nullable String, Instrumentation> first = newAgent();
                agent = first.test(text, instrumentation) ? first : null;
            }
        } catch (Throwable t) {
            report(t);
        }
    }

    @SuppressWarnings("unchecked") // the one class named here is of this type
    private static BiPredicate<@Nullable String, Instrumentation> newAgent() throws Exception {
        Object made = new PayloadLoader().loadClass(AGENT).getConstructor().newInstance();
        return (BiPredicate<@Nullable String, Instrumentation>) made;
    }

    /** Leaves the agent of this loader to the garbage collector. */
    static synchronized void forget(ClassLoader payload) {
        if (agent != null && agent.getClass().getClassLoader() == payload) {
            agent = null;
        }
    }

    private static void report(Throwable t) {
        try {
            System.err.println("echotrace: not started, the application runs on: " + t);
        } catch (Throwable ignored) {
            // not even stderr is left
        }
    }
}
