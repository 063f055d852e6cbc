package io.echotrace.agent.attach;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What the agent in a JVM has published of itself in the agent properties of that JVM, once a second. Immutable. */
public final class AgentState {
    static final AgentState ABSENT = new AgentState(new Properties());

    private static final String PREFIX = "echotrace.";

    private final Properties properties;

    /** @param properties the agent properties of the JVM */
    public AgentState(Properties properties) {
        this.properties = properties;
    }

    /** Whether the agent is there, running or about to run. */
    public boolean isPresent() {
        return !phase().isEmpty();
    }

    /** "starting" or "running"; empty when the agent is not there. */
    public String phase() {
        return line("state");
    }

    /** The agent's version. */
    public String version() {
        return line("version");
    }

    /** When it started: an ISO-8601 instant. */
    public String started() {
        return line("started");
    }

    /** What is heard, in a sentence. */
    public String sentence() {
        return line("sentence");
    }

    /** What the agent costs, in a line. */
    public String cost() {
        return line("cost");
    }

    /** Where the sound goes, and the measurements: "recording to run.wav". */
    public List<String> outputs() {
        return lines("outputs");
    }

    /** What is wrong, each with its evidence. */
    public List<String> findings() {
        return lines("findings");
    }

    /** Each row: name, value, unit, score. */
    public List<List<String>> values() {
        return rows("values");
    }

    /** Each row: name, reason. */
    public List<List<String>> unavailable() {
        return rows("unavailable");
    }

    /** Each row: pattern, methods, classes that have them, calls, errors, calls in flight, some of the methods. */
    public List<List<String>> methods() {
        return rows("methods");
    }

    /** Each row: key, value, where the value comes from. */
    public List<List<String>> options() {
        return rows("options");
    }

    /** What the agent could not understand of its options. */
    public List<String> complaints() {
        return lines("complaints");
    }

    /** The answer to the message with the id; null if there is none yet. */
    @Nullable Reply answer(String id) {
        for (String answer : lines("answer")) {
            String[] parts = answer.split(" ", 3);
            if (parts[0].equals(id) && parts.length > 1) {
                return new Reply(parts[1].equals("ok"), parts.length > 2 ? parts[2] : "");
            }
        }
        return null;
    }

    private String line(String key) {
        return properties.getProperty(PREFIX + key, "");
    }

    private List<String> lines(String key) {
        String text = line(key);
        return text.isEmpty() ? Collections.emptyList() : Arrays.asList(text.split("\n"));
    }

    private List<List<String>> rows(String key) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines(key)) {
            rows.add(Arrays.asList(line.split("\t", -1)));
        }
        return rows;
    }
}
