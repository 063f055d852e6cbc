package io.echotrace.agent.host;

import io.echotrace.agent.option.LogLevel;
import io.echotrace.session.Version;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;

/** What the agent tells the user of the host: single lines on standard error, or nothing at all. Never throws. */
public final class Notices {
    private final String prefix = "echotrace " + Version.text() + ": ";
    private final PrintStream out;
    private final LogLevel level;

    public Notices(PrintStream out, LogLevel level) {
        this.out = out;
        this.level = level;
    }

    /** Whether nothing is ever said. */
    public boolean areSilent() {
        return level == LogLevel.OFF;
    }

    /** Says what the user is told at the start. */
    public void say(String sentence) {
        say(LogLevel.INFO, sentence);
    }

    /** Says what does not work. */
    public void warn(String sentence) {
        say(LogLevel.WARN, sentence);
    }

    /** Says what was decided, to those who want to know. */
    public void debug(String sentence) {
        say(LogLevel.DEBUG, sentence);
    }

    /** Shows where trouble comes from, to those who want to know: the only thing of more than one line. */
    public void debug(Throwable cause) {
        if (level == LogLevel.DEBUG) {
            StringWriter trace = new StringWriter();
            cause.printStackTrace(new PrintWriter(trace));
            print(prefix + trace.toString().trim());
        }
    }

    private void say(LogLevel at, String sentence) {
        if (level.compareTo(at) >= 0) {
            print(prefix + oneLine(sentence));
        }
    }

    private static String oneLine(String sentence) {
        return sentence.replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    /** Whatever a host has put in the place of standard error: what cannot be said is not worth a thread. */
    private void print(String text) {
        try {
            out.println(text);
        } catch (Throwable unheard) {
            // as said above
        }
    }
}
