package io.echotrace.agent.cli;

import io.echotrace.agent.attach.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mute}: silences what a JVM plays, until unmute. A recording goes on. */
@Command(
        name = "mute",
        description = "Silences what a JVM plays, until unmute. A recording goes on.",
        mixinStandardHelpOptions = true)
final class MuteCommand extends TellCommand {
    @Parameters(
            index = "0",
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
        return Message.live("mute", "");
    }
}
