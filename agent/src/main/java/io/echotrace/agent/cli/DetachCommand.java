package io.echotrace.agent.cli;

import io.echotrace.agent.attach.Message;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code detach}: ends the agent in a JVM, which runs on. */
@Command(
        name = "detach",
        description = "Ends EchoTrace in a JVM and completes its files; the JVM runs on.",
        mixinStandardHelpOptions = true)
final class DetachCommand extends TellCommand {
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
        return Message.stop();
    }
}
