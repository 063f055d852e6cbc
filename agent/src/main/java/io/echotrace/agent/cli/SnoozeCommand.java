package io.echotrace.agent.cli;

import io.echotrace.agent.attach.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code snooze}: silences what a JVM plays for a while. */
@Command(name = "snooze", description = "Silences what a JVM plays for a while.", mixinStandardHelpOptions = true)
final class SnoozeCommand extends LiveValueCommand {
    @Parameters(index = "0", paramLabel = "TIME", description = "For example 60s or 10m.")
    private String value;

    @Override
    Message message() {
        return Message.live("snooze", value);
    }
}
