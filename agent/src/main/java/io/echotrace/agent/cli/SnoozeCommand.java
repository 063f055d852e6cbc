package io.echotrace.agent.cli;

import io.echotrace.agent.attach.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code snooze}: silences what a JVM plays for a while. */
@Command(name = "snooze", description = "Silences what a JVM plays for a while.", mixinStandardHelpOptions = true)
final class SnoozeCommand extends TellCommand {
    @Parameters(index = "0", paramLabel = "TIME", description = "For example 60s or 10m.")
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
        return Message.live("snooze", value);
    }
}
