package io.echotrace.agent.boot;

import java.lang.instrument.Instrumentation;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
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
     * and cannot take any. And a {@code BooleanSupplier}: waits until the host may begin and tells whether it is not to.
     */
    private static final String AGENT = "io.echotrace.agent.control.Agent";

    /** Options that the host's main waits for: wrong ones may keep it from running, methods are to be timed from its start. */
    private static final String[] AWAITED = {"strict", "methods", "config"};

    /** The agent in this JVM; null while there is none. */
    private static @Nullable BiPredicate<@Nullable String, Instrumentation> agent;

    private AgentEntry() {}

    /** Called by the JVM before the host's main. */
    public static void premain(@Nullable String text, Instrumentation instrumentation) {
        if (isRefused(text, load(text, instrumentation))) {
            System.exit(1); // JDK 27 takes a minute for it: it waits for its callbacks, of which this is one
        }
    }

    /** Called by the JVM when the agent is loaded while the host runs. */
    public static void agentmain(@Nullable String text, Instrumentation instrumentation) {
        load(text, instrumentation);
    }

    /** The agent that has taken the load; null if none has. */
    private static synchronized @Nullable Object load(@Nullable String text, Instrumentation instrumentation) {
        try {
            BiPredicate<@Nullable String, Instrumentation> current = agent;
            if (current == null || !current.test(text, instrumentation)) {
                BiPredicate<@Nullable String, Instrumentation> first = newAgent();
                agent = first.test(text, instrumentation) ? first : null;
            }
            return agent;
        } catch (Throwable t) {
            report(t);
            return null;
        }
    }

    @SuppressWarnings("unchecked") // the one class named here is of this type
    private static BiPredicate<@Nullable String, Instrumentation> newAgent() throws Exception {
        Object made = new PayloadLoader().loadClass(AGENT).getConstructor().newInstance();
        return (BiPredicate<@Nullable String, Instrumentation>) made;
    }

    /**
     * The one case in which the agent ends its host: an option is wrong, and the user asked for that by {@code strict}.
     * Only where the options say that there may be something to wait for does the host's main wait until they are read.
     *
     * @param taker the agent that has taken the load, which may be over and forgotten by now
     */
    private static boolean isRefused(@Nullable String text, @Nullable Object taker) {
        try {
            for (String key : AWAITED) {
                if (isMentioned(key, text)) {
                    return taker instanceof BooleanSupplier && ((BooleanSupplier) taker).getAsBoolean();
                }
            }
        } catch (Throwable t) {
            // the host runs
        }
        return false;
    }

    private static boolean isMentioned(String key, @Nullable String text) {
        return (text != null && text.contains(key))
                || System.getProperty("echotrace." + key) != null
                || System.getenv("ECHOTRACE_" + key.toUpperCase(Locale.ROOT)) != null;
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
