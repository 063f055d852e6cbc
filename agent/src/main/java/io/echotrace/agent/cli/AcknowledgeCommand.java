package io.echotrace.agent.cli;

import io.echotrace.agent.attach.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code acknowledge}: says that what is to be heard has been noticed. */
@Command(
        name = "acknowledge",
        description = "Tells EchoTrace in a JVM that you have noticed what is to be heard.",
        mixinStandardHelpOptions = true)
final class AcknowledgeCommand extends TellCommand {
    @Parameters(
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
        return Message.acknowledge();
    }
}
