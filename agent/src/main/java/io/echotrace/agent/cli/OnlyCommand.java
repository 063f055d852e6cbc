package io.echotrace.agent.cli;

import io.echotrace.agent.attach.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code only}: has only some of what a JVM plays heard. */
@Command(name = "only", description = "Has only some of what a JVM plays heard.", mixinStandardHelpOptions = true)
final class OnlyCommand extends LiveValueCommand {
    @Parameters(
            index = "0",
            paramLabel = "STREAMS",
            description =
                    "ground, pulse, floor, swarm, events, bed (all but the events) or all, several with a colon between.")
    private String value;

    @Override
    Message message() {
        return Message.live("only", value);
    }
}
