package io.echotrace.agent.cli;

import io.echotrace.agent.attach.Message;
import picocli.CommandLine.Command;

/** {@code detach}: ends the agent in a JVM, which runs on. */
@Command(
        name = "detach",
        description = "Ends EchoTrace in a JVM and completes its files; the JVM runs on.",
        mixinStandardHelpOptions = true)
final class DetachCommand extends BareMessageCommand {
    @Override
    Message message() {
        return Message.stop();
    }
}
