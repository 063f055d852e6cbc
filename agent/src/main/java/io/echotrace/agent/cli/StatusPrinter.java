package io.echotrace.agent.cli;

import io.echotrace.session.Moment;
import io.echotrace.session.Session;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Shows how a session goes: one line that is rewritten on a terminal, a line every ten samples elsewhere. Thread-safe. */
final class StatusPrinter {
    private static final int SAMPLES_PER_LINE = 10;

    private final Session session;
    private final PrintWriter out;
    private final boolean rewriting;
    private @Nullable Moment last;
    private long nextLine = SAMPLES_PER_LINE;
    private int width;
    private boolean ended;

    StatusPrinter(Session session, PrintWriter out, boolean rewriting) {
        this.session = session;
        this.out = out;
        this.rewriting = rewriting;
    }

    /** Shows the latest moment if it is a new one. */
    synchronized void update() {
        Moment moment = session.moment();
        if (ended || moment == null || moment == last) {
            return;
        }
        last = moment;
        if (rewriting) {
            rewrite(StatusLine.withBars(moment));
        } else if (session.snapshots() >= nextLine) {
            nextLine = session.snapshots() + SAMPLES_PER_LINE;
            out.println(StatusLine.inWords(moment));
            out.flush();
        }
    }

    /** Shows nothing more, and leaves the line, so that what is printed next starts a new one. */
    synchronized void end() {
        ended = true;
        if (width > 0) {
            out.println();
        }
    }

    private void rewrite(String line) {
        StringBuilder text = new StringBuilder("\r").append(line);
        for (int i = line.length(); i < width; i++) {
            text.append(' ');
        }
        width = line.length();
        out.print(text);
        out.flush();
    }
}
