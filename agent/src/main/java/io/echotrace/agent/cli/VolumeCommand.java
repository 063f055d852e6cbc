package io.echotrace.agent.cli;

import io.echotrace.agent.attach.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code volume}: sets how loud a JVM is played. A recording goes on as it is. */
@Command(
        name = "volume",
        description = "Sets how loud a JVM is played. A recording goes on as it is.",
        mixinStandardHelpOptions = true)
final class VolumeCommand extends TellCommand {
    @Parameters(index = "0", paramLabel = "PERCENT", description = "0 to 100; half is 12 dB less, 0 is silence.")
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
        return Message.live("volume", value);
    }
}
