package io.echotrace.agent.cli;

import picocli.CommandLine;

/** Runs the command line and ends the JVM with its exit code. */
public final class CommandLineMain {
    private CommandLineMain() {}

    /** Called by the launcher at the jar's root. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new EchoTraceCommand()).execute(arguments));
    }
}
