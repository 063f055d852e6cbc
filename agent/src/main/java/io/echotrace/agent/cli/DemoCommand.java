package io.echotrace.agent.cli;

import io.echotrace.agent.demo.DemoPhase;
import io.echotrace.output.FreeFile;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: a real server with the agent, through health and faults and back; or a few seconds of made-up ones. */
@Command(
        name = "demo",
        description = "Starts a small server with the agent in it, and lets it be heard through load and faults.",
        mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Record to this WAV (default: ${DEFAULT-VALUE}); the measurements stand beside it as CSV.",
            defaultValue = "echotrace-demo.wav")
    private File output = new File("");

    @Option(names = "--quick", description = "Render a few seconds from healthy to failing at once, without a server.")
    private boolean quick;

    @Option(names = "--plain", description = "Print lines that a screen reader can read.")
    private boolean plain;

    @Option(names = "--scale", hidden = true, description = "Make the phases shorter or longer.", defaultValue = "1")
    private double scale = 1;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (quick) {
            return QuickDemo.render(output, out);
        }
        out.printf(
                Locale.ROOT,
                "A web shop starts in a JVM of its own, with EchoTrace in it; %.0f seconds, Ctrl-C ends it early.%n",
                scale * DemoPhase.totalSeconds());
        out.flush();
        boolean rewriting = !plain && Terminal.isInteractive();
        return new DemoRun(freeName(output), scale, new DemoScreen(out, rewriting)).run();
    }

    /** The demo's program makes the files, so their name must be known before: the first that neither has. */
    private static File freeName(File wanted) {
        File first = wanted.getAbsoluteFile();
        File wav = first;
        for (int number = 2; wav.exists() || FreeFile.csvBeside(wav).exists(); number++) {
            wav = FreeFile.numbered(first, number);
        }
        return wav;
    }
}
