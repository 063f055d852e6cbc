package io.echotrace.agent.cli;

import io.echotrace.session.SoundGuideText;
import io.echotrace.session.SoundOptions;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code sounds}: says what each sound means. */
@Command(
        name = "sounds",
        description = "Says what each sound means, and when it is heard.",
        mixinStandardHelpOptions = true)
final class SoundsCommand implements Runnable {
    @Option(names = "--markdown", description = "As tables for a README.")
    private boolean markdown;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        SoundGuideText guide = new SoundGuideText(SoundOptions.DEFAULT);
        out.print(markdown ? guide.markdown() : guide.plain());
        out.flush();
    }
}
