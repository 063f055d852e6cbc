package io.echotrace.agent.cli;

import io.echotrace.agent.attach.AmbiguousNameException;
import io.echotrace.agent.attach.AttachException;
import io.echotrace.agent.attach.Jvm;
import io.echotrace.agent.attach.JvmChoice;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that concerns one running JVM. */
abstract class JvmCommand implements Callable<Integer> {
    static final String WHICH = "Process id of the JVM; or its name as list shows it, or a part of that.";

    @Spec
    private CommandSpec spec;

    /** Wrong usage, exit code 2, if the name fits several. */
    @Override
    public final Integer call() throws AttachException {
        String text = pidOrName();
        try {
            Jvm jvm = text == null ? new JvmChoice().withAgent() : new JvmChoice().find(text);
            return run(jvm);
        } catch (AmbiguousNameException e) {
            err().println("echotrace: " + e.getMessage());
            e.found().forEach(jvm -> err().println("    " + jvm));
            return CommandLine.ExitCode.USAGE;
        }
    }

    /** As the user gave it; null for the only JVM that has EchoTrace in it. */
    abstract @Nullable String pidOrName();

    /** The command itself; returns the exit code. */
    abstract int run(Jvm jvm) throws AttachException;

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    final int fail(String message) {
        err().println("echotrace: " + message);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
