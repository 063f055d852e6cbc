package io.echotrace.agent.host;

import io.echotrace.session.Version;
import java.io.PrintStream;

/** What the agent tells the user of the host: single lines on standard error, or nothing at all. */
public final class Notices {
    private final String prefix = "echotrace " + Version.text() + ": ";
    private final PrintStream out;
    private final boolean quiet;

    public Notices(PrintStream out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
    }

    /** Says one sentence, on one line. Never throws, whatever a host has put in the place of standard error. */
    public void say(String sentence) {
        if (quiet) {
            return;
        }
        try {
            out.println(prefix + sentence.replaceAll("\\s*[\\r\\n]+\\s*", " "));
        } catch (Throwable unheard) {
            // what cannot be said is not worth a thread
        }
    }
}
