package io.echotrace.agent.control;

import io.echotrace.agent.option.Setting;
import io.echotrace.agent.option.Settings;
import io.echotrace.agent.weave.GroupState;
import io.echotrace.finding.Finding;
import io.echotrace.metric.Metric;
import io.echotrace.metric.SixDigits;
import io.echotrace.session.Session;
import io.echotrace.session.Status;
import io.echotrace.session.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agent's state as others read it from the JVM's agent properties, refreshed once a second by the probe thread. Lists
 * are lines, and what stands in a line is separated by tabs. Thread-safe.
 */
final class AgentState {
    private final AgentProperties properties;
    private @Nullable OwnCost cost;
    private @Nullable Session session;

    AgentState(AgentProperties properties) {
        this.properties = properties;
    }

    synchronized void starting(Settings settings) {
        cost = new OwnCost();
        properties.set("version", Version.text());
        properties.set("started", Instant.now().toString());
        properties.set("options", options(settings));
        properties.set("complaints", lines(settings.complaints()));
        properties.set("state", "starting");
    }

    synchronized void running(Session started) {
        if (cost == null) {
            return; // detached meanwhile
        }
        session = started;
        properties.set("outputs", lines(started.destinations()));
        properties.set("state", "running");
    }

    /**
     * Publishes what the session knows now.
     *
     * @param live how what is played live has been changed; empty when it has not
     */
    synchronized void publish(Status status, String live) {
        Session current = session;
        OwnCost own = cost;
        if (current == null || own == null) {
            return; // detached meanwhile
        }
        List<String> outputs = new ArrayList<>(current.destinations());
        if (!live.isEmpty()) {
            outputs.add("played live: " + live);
        }
        properties.set("outputs", lines(outputs));
        properties.set("sentence", status.sentence());
        properties.set("findings", findings(status));
        properties.set("values", values(status));
        properties.set("unavailable", unavailable(status));
        properties.set("cost", own.line());
    }

    /** Publishes what has become of the methods that are to be timed. */
    synchronized void publish(List<GroupState> groups) {
        if (session != null) {
            properties.set("methods", methods(groups));
        }
    }

    /** Takes all back; nothing is published until the next start. */
    synchronized void clear() {
        session = null;
        cost = null;
        properties.clear();
    }

    private static String options(Settings settings) {
        StringBuilder lines = new StringBuilder();
        for (Setting setting : settings.all()) {
            line(lines).append(setting.key()).append('\t');
            appendCell(lines, setting.text());
            lines.append('\t');
            appendCell(lines, setting.source().description());
        }
        return lines.toString();
    }

    private static String findings(Status status) {
        StringBuilder lines = new StringBuilder();
        for (Finding finding : status.findings()) {
            appendCell(line(lines), finding.sentence());
        }
        return lines.toString();
    }

    private static String methods(List<GroupState> groups) {
        StringBuilder lines = new StringBuilder();
        for (GroupState group : groups) {
            appendCell(line(lines), group.name());
            lines.append('\t').append(group.methods());
            lines.append('\t').append(group.classes());
            lines.append('\t').append(group.calls());
            lines.append('\t').append(group.errors());
            lines.append('\t').append(group.inFlight()).append('\t');
            appendCell(lines, examples(group));
        }
        return lines.toString();
    }

    private static String examples(GroupState group) {
        String first = String.join(", ", group.examples());
        return group.methods() > group.examples().size() ? first + ", …" : first;
    }

    private static String values(Status status) {
        StringBuilder lines = new StringBuilder(2048);
        for (Metric metric : status.metrics().metrics()) {
            double value = status.value(metric);
            if (!Double.isNaN(value)) {
                line(lines).append(metric.name()).append('\t');
                SixDigits.append(lines, value);
                lines.append('\t').append(metric.unit().symbol()).append('\t');
                appendScore(lines, status.score(metric));
            }
        }
        return lines.toString();
    }

    private static void appendScore(StringBuilder to, double score) {
        if (Double.isNaN(score)) {
            to.append("learning");
            return;
        }
        long hundredths = Math.round(score * 100);
        to.append(hundredths / 100).append('.').append(hundredths / 10 % 10).append(hundredths % 10);
    }

    private static String unavailable(Status status) {
        StringBuilder lines = new StringBuilder();
        for (Metric metric : status.metrics().metrics()) {
            String reason = status.reason(metric);
            if (reason != null) {
                appendCell(line(lines).append(metric.name()).append('\t'), reason);
            }
        }
        return lines.toString();
    }

    private static String lines(List<String> texts) {
        StringBuilder lines = new StringBuilder();
        texts.forEach(text -> appendCell(line(lines), text));
        return lines.toString();
    }

    /** Whatever stands in a value or a reason, it is neither the end of a cell nor of a line. */
    private static void appendCell(StringBuilder to, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            to.append(Character.isISOControl(c) ? ' ' : c);
        }
    }

    /** Begins a line, which may be the first. */
    private static StringBuilder line(StringBuilder lines) {
        return lines.length() == 0 ? lines : lines.append('\n');
    }
}
