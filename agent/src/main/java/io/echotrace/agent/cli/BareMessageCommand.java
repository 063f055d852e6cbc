package io.echotrace.agent.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** A message without a value; the JVM need not be named where only one has EchoTrace in it. */
abstract class BareMessageCommand extends TellCommand {
    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "PID|NAME",
            description = WHICH + " May be left out if one JVM alone has EchoTrace in it.")
    private @Nullable String jvm;

    @Override
    final @Nullable String pidOrName() {
        return jvm;
    }
}
