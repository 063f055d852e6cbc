package io.echotrace.agent.cli;

import io.echotrace.agent.file.FileName;
import io.echotrace.agent.file.ThisRun;
import io.echotrace.session.Session;
import io.echotrace.session.SessionBuilder;
import io.echotrace.session.SoundOptions;
import java.io.File;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code monitor}: listens to this machine, as the original program did. */
@Command(
        name = "monitor",
        description = {
            "Listens to this machine: plays it, or records it to a WAV with -o.",
            "Ctrl-C keeps the files and ends with code 130; a second one ends at once."
        },
        mixinStandardHelpOptions = true)
final class MonitorCommand implements Callable<Integer> {
    private static final long STOP_PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long LOOK_MILLIS = 50;
    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(20);
    private static final String FALLBACK = "echotrace-monitor-%t.wav";

    @Option(
            names = {"-d", "--duration"},
            paramLabel = "TIME",
            description = "How long, for example 60 or 5m; without it until Ctrl-C.",
            converter = DurationConverter.class)
    private @Nullable Duration duration;

    @Option(
            names = {"-i", "--interval"},
            paramLabel = "TIME",
            description = "Time between two measurements (default: ${DEFAULT-VALUE}).",
            defaultValue = "100ms",
            converter = DurationConverter.class)
    private Duration interval = Duration.ZERO;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Record to this WAV; the measurements stand beside it as CSV.")
    private @Nullable String output;

    @Option(names = "--plain", description = "Print lines that a screen reader can read.")
    private boolean plain;

    @Spec
    private CommandSpec spec;

    /** The exit code is 1 when the WAV could not be made, or anything else was in trouble. */
    @Override
    public Integer call() {
        if (interval.compareTo(SHORTEST_INTERVAL) < 0) {
            throw new ParameterException(spec.commandLine(), "--interval must be 20ms or more");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        AtomicBoolean troubled = new AtomicBoolean();
        Session session = builder()
                .onTrouble(trouble -> {
                    troubled.set(true);
                    say(err, "echotrace: " + trouble);
                })
                .onStart(started -> say(out, introduction(started)))
                .build();
        StatusPrinter printer = new StatusPrinter(session, out, !plain && Terminal.isInteractive());
        Runnable ending = new Ending(session, printer, out);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interrupted(ending), "echotrace-exit"));
        session.start();
        watch(printer);
        ending.run();
        boolean missing = output != null && session.wavs().isEmpty();
        return missing || troubled.get() ? CommandLine.ExitCode.SOFTWARE : CommandLine.ExitCode.OK;
    }

    /** Ctrl-C, SIGTERM and SIGHUP keep the files; the JVM then ends with the code of the signal. */
    private static void interrupted(Runnable ending) {
        SecondInterrupt.endsAtOnce();
        ending.run();
    }

    private SessionBuilder builder() {
        ThisRun run = new ThisRun("monitor", Instant.now());
        SessionBuilder builder = Session.builder()
                .named("monitor", run.host())
                .intervalNanos(interval.toNanos())
                .sound(SoundOptions.DEFAULT.withMachine(true));
        if (output == null) {
            return builder.speakerIfAny().fallbackWav(new FileName(FALLBACK).resolve(run));
        }
        return builder.wav(new FileName(output).resolve(run));
    }

    private String introduction(Session session) {
        String length = duration == null ? "; Ctrl-C ends it." : ".";
        if (session.destinations().isEmpty()) {
            return "Neither playing nor recording" + length;
        }
        String where = output == null && !session.isPlaying() ? "No sound device: recording to " : "Listening: ";
        return where + String.join(" and ", session.destinations()) + length;
    }

    private void watch(StatusPrinter printer) {
        long start = System.nanoTime();
        long length = duration == null ? Long.MAX_VALUE : duration.toNanos();
        try {
            for (long left = length; left > 0; left = length - (System.nanoTime() - start)) {
                TimeUnit.NANOSECONDS.sleep(Math.min(left, TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS)));
                printer.update();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // ends as after the duration
        }
    }

    private static void say(PrintWriter out, String line) {
        out.println(line);
        out.flush();
    }

    /** Completes the files and says what was saved, once: after the duration or on Ctrl-C, whatever comes first. */
    private static final class Ending implements Runnable {
        private final Session session;
        private final StatusPrinter printer;
        private final PrintWriter out;
        private boolean done;

        Ending(Session session, StatusPrinter printer, PrintWriter out) {
            this.session = session;
            this.printer = printer;
            this.out = out;
        }

        @Override
        public synchronized void run() {
            if (done) {
                return;
            }
            done = true;
            double seconds = session.seconds();
            session.stop(STOP_PATIENCE_NANOS);
            printer.end();
            String samples = String.format(Locale.ROOT, "%d samples, %.1f seconds", session.snapshots(), seconds);
            say(out, session.wavs().isEmpty() ? samples : "Saved " + samples + ": " + files(session));
        }

        private static String files(Session session) {
            StringJoiner names = new StringJoiner(", ");
            session.wavs().forEach(wav -> names.add(wav.getPath()));
            File csv = session.csv();
            if (csv != null) {
                names.add(csv.getPath());
            }
            return names.toString();
        }
    }
}
