package io.echotrace.agent.cli;

import io.echotrace.agent.attach.Message;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code mark}: puts a marker into a recording. */
@Command(
        name = "mark",
        description = "Marks this moment in the recording of a JVM, in the WAV and in the CSV.",
        mixinStandardHelpOptions = true)
final class MarkCommand extends TellCommand {
    @Parameters(index = "0", paramLabel = "PID|NAME", description = WHICH)
    private String jvm;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT", description = "What happens now.")
    private List<String> words;

    @Override
    String pidOrName() {
        return jvm;
    }

    @Override
    Message message() {
        return Message.mark(String.join(" ", words));
    }
}
