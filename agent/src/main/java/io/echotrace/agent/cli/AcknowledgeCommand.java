package io.echotrace.agent.cli;

import io.echotrace.agent.attach.Message;
import picocli.CommandLine.Command;

/** {@code acknowledge}: says that what is to be heard has been noticed. */
@Command(
        name = "acknowledge",
        description = "Tells EchoTrace in a JVM that you have noticed what is to be heard.",
        mixinStandardHelpOptions = true)
final class AcknowledgeCommand extends BareMessageCommand {
    @Override
    Message message() {
        return Message.acknowledge();
    }
}
