package io.echotrace.agent.cli;

import io.echotrace.agent.attach.Message;
import picocli.CommandLine.Command;

/** {@code mute}: silences what a JVM plays, until unmute. A recording goes on. */
@Command(
        name = "mute",
        description = "Silences what a JVM plays, until unmute. A recording goes on.",
        mixinStandardHelpOptions = true)
final class MuteCommand extends BareMessageCommand {
    @Override
    Message message() {
        return Message.live("mute", "");
    }
}
