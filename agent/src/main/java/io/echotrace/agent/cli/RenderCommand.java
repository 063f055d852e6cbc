package io.echotrace.agent.cli;

import io.echotrace.agent.host.SoundFile;
import io.echotrace.session.RenderedSound;
import io.echotrace.session.Rendering;
import io.echotrace.session.SoundOptions;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code render}: turns recorded measurements into sound. */
@Command(
        name = "render",
        description = "Renders recorded measurements to a WAV. An existing file is never overwritten: -2 is added.",
        mixinStandardHelpOptions = true)
final class RenderCommand implements Callable<Integer> {
    private static final double SECONDS_PER_MARK = 60;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE.csv",
            description = "What EchoTrace recorded, or any CSV of metrics.")
    private List<File> series;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT.wav",
            description = "The WAV; of several series the second becomes OUT-2.wav, and so on.")
    private File output;

    @Option(
            names = "--baseline",
            paramLabel = "FILE.csv",
            description =
                    "What counts as usual from the first row on; without it what the recording names, if it does.")
    private @Nullable File baseline;

    @Option(
            names = "--sound",
            paramLabel = "FILE",
            description = "Your own sound table; what it does not say is as it was recorded.")
    private @Nullable File sound;

    @Option(
            names = "--speed",
            paramLabel = "N",
            description = "So many times faster than it was measured, 0.1 to 3600 (default: ${DEFAULT-VALUE}).",
            defaultValue = "1")
    private double speed;

    @Option(names = "--plain", description = "Print lines that a screen reader can read.")
    private boolean plain;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!(speed >= Rendering.SLOWEST && speed <= Rendering.FASTEST)) {
            throw new ParameterException(spec.commandLine(), "--speed must be 0.1 to 3600, not " + speed);
        }
        PrintWriter out = spec.commandLine().getOut();
        boolean rewriting = !plain && Terminal.isInteractive();
        for (File csv : series) {
            DoubleConsumer progress = rewriting ? new Progress(csv, out) : seconds -> {};
            RenderedSound sound = rendering().render(csv, output, progress);
            String end = String.format(Locale.ROOT, "%s: %.1f seconds", name(sound), sound.seconds());
            out.println((rewriting ? "\r" : "") + csv + " -> " + end);
            out.flush();
            if (sound.isSeriesCutShort()) {
                spec.commandLine().getErr().println("echotrace: " + csv + ": its last line is cut short and left out");
            }
        }
        return 0;
    }

    private Rendering rendering() {
        PrintWriter err = spec.commandLine().getErr();
        Consumer<String> trouble = line -> {
            err.println("echotrace: " + line);
            err.flush();
        };
        SoundOptions options = SoundOptions.DEFAULT;
        if (sound != null) {
            options = options.withChoices(SoundFile.read(sound, options, trouble));
        }
        Rendering rendering = new Rendering(options).speed(speed).onTrouble(trouble);
        return baseline == null ? rendering : rendering.baseline(baseline);
    }

    private static String name(RenderedSound sound) {
        StringBuilder names = new StringBuilder();
        for (File file : sound.files()) {
            names.append(names.length() == 0 ? "" : ", ").append(file);
        }
        return names.toString();
    }

    /** A line that is rewritten for each minute of sound. */
    private static final class Progress implements DoubleConsumer {
        private final File csv;
        private final PrintWriter out;
        private double next = SECONDS_PER_MARK;

        Progress(File csv, PrintWriter out) {
            this.csv = csv;
            this.out = out;
        }

        @Override
        public void accept(double seconds) {
            if (seconds >= next) {
                next = seconds + SECONDS_PER_MARK;
                out.print(String.format(Locale.ROOT, "\r%s: %.0f min", csv, seconds / SECONDS_PER_MARK));
                out.flush();
            }
        }
    }
}
