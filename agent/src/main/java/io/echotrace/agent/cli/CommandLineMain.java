package io.echotrace.agent.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Runs the command line and ends the JVM with its exit code: 0, 1 for trouble, 2 for wrong usage. */
public final class CommandLineMain {
    private CommandLineMain() {}

    /** Called by the launcher at the jar's root. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new EchoTraceCommand())
                .setExecutionExceptionHandler(CommandLineMain::report)
                .setUsageHelpAutoWidth(true);
    }

    /** Trouble with files and formats is the user's to mend: one line, no stack trace. */
    private static int report(Exception trouble, CommandLine command, ParseResult parsed) {
        command.getErr().println("echotrace: " + sentence(trouble));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private static String sentence(Exception trouble) {
        String message = trouble.getMessage();
        return message == null ? trouble.toString() : message;
    }
}
