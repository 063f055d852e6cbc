package io.echotrace.agent.cli;

import io.echotrace.agent.demo.PhaseLine;
import io.echotrace.mapping.Sentence;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.session.SoundOptions;
import java.io.File;
import java.io.PrintWriter;
import java.util.Locale;

/** What the demo shows: each phase in words, what is found as it is found, and a line of what is heard now. Thread-safe. */
final class DemoScreen {
    private static final String INDENT = "    ";
    private static final double SECONDS_PER_LINE = 5;

    private final PrintWriter out;
    private final boolean rewriting;
    private final Sentence sentence = new Sentence(SoundOptions.DEFAULT
            .withMethodsMax(DemoRun.METHODS_MAX)
            .withRequests("@http")
            .table());
    private double nextLineSeconds;
    private int width;

    /** @param rewriting whether the line of what is heard now may be written over and over */
    DemoScreen(PrintWriter out, boolean rewriting) {
        this.out = out;
        this.rewriting = rewriting;
    }

    synchronized void phase(PhaseLine line) {
        print("");
        print(String.format(
                Locale.ROOT,
                "%s: %s. (%.0f s of %.0f s left)",
                line.phase().title().toUpperCase(Locale.ROOT),
                line.phase().program(),
                line.seconds(),
                line.secondsLeft()));
        print(INDENT + line.phase().heard());
    }

    synchronized void row(Row row) {
        sentence.follow(row);
        for (Occurrence occurrence : row.occurrences()) {
            boolean begins = occurrence.lengthNanos() == Occurrence.ONGOING;
            if (occurrence.kind() == Occurrence.Kind.FINDING) {
                print(INDENT + (begins ? "found: " : "over: ") + occurrence.text());
            }
        }
        double seconds = row.atNanos() / 1e9;
        String now = String.format(Locale.ROOT, "%5.0f s  %s.", seconds, String.join(". ", sentence.voices(row)));
        if (rewriting) {
            rewrite(now);
        } else if (seconds >= nextLineSeconds) {
            nextLineSeconds = seconds + SECONDS_PER_LINE;
            print(now);
        }
    }

    /** What the agent in the demo's program says. */
    synchronized void notice(String line) {
        print(line);
    }

    synchronized void saved(File wav, File csv) {
        print("");
        print("The sound: " + wav);
        print("The measurements: " + csv);
    }

    synchronized void failed(String reason) {
        print("echotrace: " + reason);
    }

    private void print(String line) {
        clear();
        out.println(line);
        out.flush();
    }

    private void rewrite(String line) {
        clear();
        out.print(line);
        out.flush();
        width = line.length();
    }

    private void clear() {
        if (width > 0) {
            StringBuilder blank = new StringBuilder("\r");
            for (int i = 0; i < width; i++) {
                blank.append(' ');
            }
            out.print(blank.append('\r'));
            width = 0;
        }
    }
}
