package io.echotrace.agent.cli;

import io.echotrace.agent.attach.Message;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code volume}: sets how loud a JVM is played. A recording goes on as it is. */
@Command(
        name = "volume",
        description = "Sets how loud a JVM is played. A recording goes on as it is.",
        mixinStandardHelpOptions = true)
final class VolumeCommand extends LiveValueCommand {
    @Parameters(index = "0", paramLabel = "PERCENT", description = "0 to 100; half is 12 dB less, 0 is silence.")
    private String value;

    @Override
    Message message() {
        return Message.live("volume", value);
    }
}
