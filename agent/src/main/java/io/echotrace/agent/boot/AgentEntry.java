package io.echotrace.agent.boot;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Constructor;
import java.net.URISyntaxException;
import java.security.ProtectionDomain;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Where the JVM enters the agent, however often it is loaded, and from however many copies of the jar: the class path of
 * the JVM has one class of this name, that of the first. It passes each load on to the agent in the hidden part of its
 * jar, and never throws: an exception out of {@code premain} would end the host.
 *
 * <p>This class is what stays in a JVM after the agent has been detached, and if methods have been timed, the class that
 * has counted their calls. An instance of it is the loader of the payload's loader, so that no more than that has to.
 */
public final class AgentEntry extends ClassLoader {
    /**
     * A {@code BiPredicate<String, Instrumentation>}: takes a load's text and returns at once, with false if it is over
     * and cannot take any. And a {@code BooleanSupplier}: waits until the host may begin and tells whether it is not to.
     */
    private static final String AGENT = "io.echotrace.agent.control.Agent";

    private static final String PAYLOAD_LOADER = "io.echotrace.agent.boot.PayloadLoader";

    /** Options that the host's main waits for: wrong ones may keep it from running, methods are to be timed from its start. */
    private static final String[] AWAITED = {"strict", "methods", "config"};

    /** The agent in this JVM; null while there is none. */
    private static @Nullable BiPredicate<@Nullable String, Instrumentation> agent;

    private AgentEntry() {
        super(AgentEntry.class.getClassLoader());
    }

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
        Constructor<?> loader = new AgentEntry().payloadLoader().getDeclaredConstructor();
        loader.setAccessible(true);
        Object made = ((ClassLoader) loader.newInstance())
                .loadClass(AGENT)
                .getConstructor()
                .newInstance();
        return (BiPredicate<@Nullable String, Instrumentation>) made;
    }

    private Class<?> payloadLoader() throws IOException, URISyntaxException {
        ProtectionDomain domain = AgentEntry.class.getProtectionDomain();
        try (ZipFile jar =
                new ZipFile(new File(domain.getCodeSource().getLocation().toURI()))) {
            ZipEntry entry = jar.getEntry(PAYLOAD_LOADER.replace('.', '/') + ".class");
            byte[] code = new byte[(int) entry.getSize()];
            try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
                in.readFully(code);
            }
            return defineClass(PAYLOAD_LOADER, code, 0, code.length, domain);
        }
    }

    /**
     * The one case in which the agent ends its host: an option is wrong, and the user asked for that by {@code strict}.
     * Only where the options say that there may be something to wait for does the host's main wait until they are read.
     *
     * @param taker the agent that has taken the load, which may be over and forgotten by now
     */
    private static boolean isRefused(@Nullable String text, @Nullable Object taker) {
        try {
            if (isAnyInText(text) || isAnyProperty() || isAnyVariable()) {
                return taker instanceof BooleanSupplier && ((BooleanSupplier) taker).getAsBoolean();
            }
        } catch (Throwable t) {
            // the host runs
        }
        return false;
    }

    private static boolean isAnyInText(@Nullable String text) {
        for (String key : AWAITED) {
            if (text != null && text.contains(key)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAnyProperty() {
        try {
            for (String key : AWAITED) {
                if (System.getProperty("echotrace." + key) != null) {
                    return true;
                }
            }
        } catch (SecurityException denied) {
            // what cannot be read here, the agent cannot read either
        }
        return false;
    }

    private static boolean isAnyVariable() {
        try {
            for (String key : AWAITED) {
                if (System.getenv("ECHOTRACE_" + key.toUpperCase(Locale.ROOT)) != null) {
                    return true;
                }
            }
        } catch (SecurityException denied) {
            // as above
        }
        return false;
    }

    /** Leaves the agent of this loader to the garbage collector. Called by the loader, whose own is another than ours. */
    public static synchronized void forget(ClassLoader payload) {
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
