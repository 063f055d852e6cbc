package io.echotrace.agent.cli;

import io.echotrace.agent.option.Option;
import io.echotrace.agent.option.OptionTable;
import io.echotrace.agent.option.Options;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code options}: lists the agent's options. */
@Command(name = "options", description = "Lists the options of the agent.", mixinStandardHelpOptions = true)
final class OptionsCommand implements Runnable {
    @picocli.CommandLine.Option(names = "--markdown", description = "As a table for a README.")
    private boolean markdown;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        if (markdown) {
            out.print(OptionTable.markdown());
            out.flush(); // a writer that flushes lines of its own accord does not know those within a text
            return;
        }
        for (Option<?> option : Options.all()) {
            String text = option.defaultText() == null ? "" : " (default: " + option.defaultText() + ")";
            out.println(option.key() + "=" + option.example());
            out.println("    " + option.meaning() + text);
        }
    }
}
