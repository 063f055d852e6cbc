package io.echotrace.agent.cli;

import io.echotrace.agent.attach.AgentState;
import io.echotrace.agent.attach.AttachException;
import io.echotrace.agent.attach.Jvm;
import io.echotrace.agent.attach.RemoteJvm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code status}: what the agent in a JVM hears and does. Loads nothing into it. */
@Command(
        name = "status",
        description = "Shows what EchoTrace hears and does in a JVM. Exit code 1 if it is not in it.",
        mixinStandardHelpOptions = true)
final class StatusCommand extends JvmCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "PID|NAME",
            description = WHICH + " May be left out if one JVM alone has EchoTrace in it.")
    private @Nullable String jvm;

    @Option(names = "--plain", description = "Print lines that a screen reader can read.")
    private boolean plain;

    @Override
    @Nullable String pidOrName() {
        return jvm;
    }

    @Override
    int run(Jvm jvm) throws AttachException {
        AgentState state;
        try (RemoteJvm remote = RemoteJvm.connect(jvm)) {
            state = remote.state();
        }
        if (!state.isPresent()) {
            return fail(jvm + " has no EchoTrace in it");
        }
        if (plain) {
            new PlainStatus(out()).print(jvm, state);
        } else {
            new StatusPage(out()).print(jvm, state);
        }
        return CommandLine.ExitCode.OK;
    }
}
