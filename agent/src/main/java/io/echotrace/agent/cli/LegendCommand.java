package io.echotrace.agent.cli;

import io.echotrace.session.LegendSound;
import io.echotrace.session.SoundOptions;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code legend}: what each sound means, as a WAV to listen to, with captions. */
@Command(
        name = "legend",
        description = "Writes a WAV of a minute or so in which every sound is heard once, with captions beside it,"
                + " and prints what comes when.",
        mixinStandardHelpOptions = true)
final class LegendCommand implements Callable<Integer> {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "OUT.wav",
            description = "The WAV; if it exists, -2 is added (default: ${DEFAULT-VALUE}).",
            defaultValue = "echotrace-legend.wav")
    private File output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        LegendSound.Performance performance = new LegendSound(SoundOptions.DEFAULT).write(output);
        performance.lines().forEach(out::println);
        out.println(performance.wav() + ", with captions in " + performance.captions());
        out.flush();
        return 0;
    }
}
