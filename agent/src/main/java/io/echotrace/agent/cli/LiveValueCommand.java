package io.echotrace.agent.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** A message with a value, which comes first; the JVM need not be named where only one has EchoTrace in it. */
abstract class LiveValueCommand extends TellCommand {
    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PID|NAME",
            description = WHICH + " May be left out if one JVM alone has EchoTrace in it.")
    private @Nullable String jvm;

    @Override
    final @Nullable String pidOrName() {
        return jvm;
    }
}
