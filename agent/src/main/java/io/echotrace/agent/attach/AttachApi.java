package io.echotrace.agent.attach;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's attach API, {@code com.sun.tools.attach}, by reflection: the one place that knows it. It is no part of the
 * platform that this code is compiled for. From Java 9 on it is the module jdk.attach, which a bare JRE lacks; on Java 8 it is
 * in the JDK's tools.jar.
 */
final class AttachApi {
    private static final String VIRTUAL_MACHINE = "com.sun.tools.attach.VirtualMachine";

    /** Looked for once: a second loader of Java 8's tools could not load their native library again. */
    private static final @Nullable AttachApi OF_THIS_JAVA = search();

    private final Class<?> virtualMachine;
    private final Class<?> descriptor;

    private AttachApi(ClassLoader loader) throws ClassNotFoundException {
        virtualMachine = Class.forName(VIRTUAL_MACHINE, true, loader);
        descriptor = Class.forName(VIRTUAL_MACHINE + "Descriptor", true, loader);
    }

    /** @throws AttachException if this Java cannot attach */
    static AttachApi find() throws AttachException {
        AttachApi api = findOrNull();
        if (api == null) {
            throw new AttachException(
                    "this Java cannot attach to others, it is a JRE (" + System.getProperty("java.home")
                            + "): run this command with the java of a JDK,\nor let the JDK's jcmd load the agent: jcmd PID"
                            + " JVMTI.agent_load " + AgentJar.own() + " '\"OPTIONS\"'");
        }
        return api;
    }

    /** Null if this Java cannot attach. */
    static @Nullable AttachApi findOrNull() {
        return OF_THIS_JAVA;
    }

    private static @Nullable AttachApi search() {
        for (ClassLoader loader : new ClassLoader[] {ClassLoader.getSystemClassLoader(), toolsOfJava8()}) {
            try {
                return new AttachApi(loader);
            } catch (ClassNotFoundException | LinkageError absent) {
                // the next one may have it
            }
        }
        return null;
    }

    /** The JVMs whose performance data this user may read: process ids and command lines. */
    Map<Integer, String> commands() {
        Map<Integer, String> commands = new TreeMap<>();
        try {
            for (Object jvm : (List<?>) call(virtualMachine, "list", null)) {
                String id = (String) call(descriptor, "id", jvm);
                commands.put(Integer.valueOf(id), (String) call(descriptor, "displayName", jvm));
            }
        } catch (ReportedFailureException | NumberFormatException e) {
            // what cannot be listed is found by other means or not at all
        }
        return commands;
    }

    /** Connects. Blocks for as long as the JVM does not answer, ten seconds and more. */
    Connection connect(int pid) throws ReportedFailureException {
        Object machine = call(virtualMachine, "attach", null, String.valueOf(pid));
        return new Connection(machine);
    }

    private static Object call(Class<?> type, String method, @Nullable Object target, String... arguments)
            throws ReportedFailureException {
        Class<?>[] types = new Class<?>[arguments.length];
        Arrays.fill(types, String.class);
        try {
            return type.getMethod(method, types).invoke(target, (Object[]) arguments);
        } catch (InvocationTargetException e) {
            throw new ReportedFailureException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new ReportedFailureException(e);
        }
    }

    private static ClassLoader toolsOfJava8() {
        File home = new File(System.getProperty("java.home", ""));
        try {
            return new URLClassLoader(new URL[] {
                new File(home.getParentFile(), "lib/tools.jar").toURI().toURL(), // the home is the JRE within the JDK
                new File(home, "lib/tools.jar").toURI().toURL()
            });
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JVM that answers. Every call is a question of its own to the JVM and blocks until that answers. */
    final class Connection {
        private final Object machine;

        private Connection(Object machine) {
            this.machine = machine;
        }

        Properties agentProperties() throws ReportedFailureException {
            return (Properties) call(virtualMachine, "getAgentProperties", machine);
        }

        Properties systemProperties() throws ReportedFailureException {
            return (Properties) call(virtualMachine, "getSystemProperties", machine);
        }

        /** Loads the jar once more, with this text for its agentmain. */
        void load(String jar, String text) throws ReportedFailureException {
            call(virtualMachine, "loadAgent", machine, jar, text);
        }

        void close() {
            try {
                call(virtualMachine, "detach", machine);
            } catch (ReportedFailureException e) {
                // a connection that is gone is closed
            }
        }
    }
}
