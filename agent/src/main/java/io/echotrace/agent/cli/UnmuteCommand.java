package io.echotrace.agent.cli;

import io.echotrace.agent.attach.Message;
import picocli.CommandLine.Command;

/** {@code unmute}: has a JVM heard again, at the volume that it had. */
@Command(
        name = "unmute",
        description = "Has a JVM heard again, at the volume that it had.",
        mixinStandardHelpOptions = true)
final class UnmuteCommand extends BareMessageCommand {
    @Override
    Message message() {
        return Message.live("unmute", "");
    }
}
