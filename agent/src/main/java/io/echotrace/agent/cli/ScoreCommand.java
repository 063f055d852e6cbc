package io.echotrace.agent.cli;

import io.echotrace.session.ScoredSeries;
import io.echotrace.session.Scoring;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code score}: says how unusual each row of recorded measurements was. */
@Command(
        name = "score",
        description = {
            "Says how unusual each row of recorded measurements was, under the rows before it: 0 to 1, from 0.3"
                    + " unusual, from 0.6 an anomaly. An existing file is never overwritten: -2 is added.",
            "OUT.csv has the columns of FILE.csv and anomaly_score, the highest score of all metrics; with several"
                    + " metrics score.NAME of each, too."
        },
        mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE.csv", description = "What EchoTrace recorded, or any CSV of metrics.")
    private File series;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT.csv",
            description = "The rows with their scores.")
    private File output;

    @Option(
            names = "--baseline",
            paramLabel = "FILE.csv",
            description =
                    "What counts as usual from the first row on; without it what the recording names, if it does.")
    private @Nullable File baseline;

    @Option(names = "--plain", description = "Print lines that a screen reader can read.")
    private boolean plain;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        boolean rewriting = !plain && Terminal.isInteractive();
        LongConsumer progress = rewriting ? rows -> report(out, "\r%s: %,d rows", series, rows) : rows -> {};
        ScoredSeries scored;
        try {
            scored = scoring().score(series, output, progress);
        } catch (IllegalArgumentException e) {
            tell(e.getMessage() == null ? e.toString() : e.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        report(out, (rewriting ? "\r" : "") + "%s -> %s: %,d rows%n", series, scored.file(), scored.rows());
        if (scored.isSeriesCutShort()) {
            tell(series + ": its last line is cut short and left out");
        }
        return CommandLine.ExitCode.OK;
    }

    private Scoring scoring() {
        Scoring scoring = new Scoring().onTrouble(this::tell);
        return baseline == null ? scoring : scoring.baseline(baseline);
    }

    private void tell(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("echotrace: " + line);
        err.flush();
    }

    private static void report(PrintWriter out, String format, Object... what) {
        out.print(String.format(Locale.ROOT, format, what));
        out.flush();
    }
}
