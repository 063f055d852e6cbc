package io.echotrace.agent.control;

import io.echotrace.agent.host.InternalPackage;
import java.lang.instrument.Instrumentation;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * The JVM's agent properties: what an attacher can read without loading anything and without a word on the host's streams.
 * Strings alone. Where the JVM keeps them to itself nothing is published, and the agent runs all the same. Thread-safe.
 */
final class AgentProperties {
    private static final String PREFIX = "echotrace.";
    private static final String ANSWER = PREFIX + "answer";
    /** More than can be asked between two looks of those who wait. */
    private static final int KEPT_ANSWERS = 8;
    /** From Java 9 on; up to Java 8. */
    private static final String[] HOLDERS = {"jdk.internal.vm.VMSupport", "sun.misc.VMSupport"};

    private final Properties properties;

    AgentProperties(Properties properties) {
        this.properties = properties;
    }

    static AgentProperties ofThisJvm(Instrumentation instrumentation) {
        InternalPackage.VM.grant(instrumentation);
        for (String holder : HOLDERS) {
            Properties found = find(holder);
            if (found != null) {
                return new AgentProperties(found);
            }
        }
        return new AgentProperties(new Properties());
    }

    /** @param key without the prefix that all keys of ours have */
    void set(String key, String value) {
        properties.setProperty(PREFIX + key, value);
    }

    /** Adds the outcome of the message with this id, in a line below those of the last few: the one thing that stays. */
    void answer(String id, boolean done, String text) {
        Deque<String> lines = new ArrayDeque<>(
                Arrays.asList(properties.getProperty(ANSWER, "").split("\n")));
        lines.add(id + (done ? " ok " : " error ") + text.replaceAll("\\s*[\\r\\n]+\\s*", " "));
        while (lines.size() > KEPT_ANSWERS || lines.peekFirst().isEmpty()) {
            lines.removeFirst();
        }
        properties.setProperty(ANSWER, String.join("\n", lines));
    }

    /** Takes back all but the answers. */
    void clear() {
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(PREFIX) && !key.equals(ANSWER)) {
                properties.remove(key);
            }
        }
    }

    private static @Nullable Properties find(String holder) {
        try {
            return (Properties)
                    Class.forName(holder).getMethod("getAgentProperties").invoke(null);
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            return null;
        }
    }
}
