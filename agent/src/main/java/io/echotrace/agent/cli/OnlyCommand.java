package io.echotrace.agent.cli;

import io.echotrace.agent.attach.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code only}: has only some of what a JVM plays heard. */
@Command(name = "only", description = "Has only some of what a JVM plays heard.", mixinStandardHelpOptions = true)
final class OnlyCommand extends TellCommand {
    @Parameters(
            index = "0",
            paramLabel = "STREAMS",
            description =
                    "ground, pulse, floor, swarm, events, bed (all but the events) or all, several with a colon between.")
    private String value;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PID|NAME",
            description = WHICH + " May be left out if one JVM alone has EchoTrace in it.")
    private @Nullable String jvm;

    @Override
    @Nullable String pidOrName() {
        return jvm;
    }

    @Override
    Message message() {
        return Message.live("only", value);
    }
}
