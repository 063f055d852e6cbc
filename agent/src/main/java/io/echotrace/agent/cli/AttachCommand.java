package io.echotrace.agent.cli;

import io.echotrace.agent.attach.AgentState;
import io.echotrace.agent.attach.AttachException;
import io.echotrace.agent.attach.CallerFolder;
import io.echotrace.agent.attach.Jvm;
import io.echotrace.agent.attach.Message;
import io.echotrace.agent.attach.RemoteJvm;
import io.echotrace.agent.attach.Reply;
import io.echotrace.agent.option.SettingsReader;
import io.echotrace.session.Version;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code attach}: starts the agent in a JVM that runs already. */
@Command(
        name = "attach",
        description = "Starts EchoTrace in a running JVM. Relative file names are those of this folder.",
        mixinStandardHelpOptions = true)
final class AttachCommand extends JvmCommand {
    @Parameters(index = "0", paramLabel = "PID|NAME", description = WHICH)
    private String jvm;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description = "The agent's options, see the command options; separated by spaces or commas.")
    private List<String> options = new ArrayList<>();

    @Mixin
    private JarOption jar;

    @Override
    String pidOrName() {
        return jvm;
    }

    @Override
    int run(Jvm jvm) throws AttachException {
        String text = String.join(",", options);
        List<String> complaints = complaintsAbout(text, jvm);
        if (!complaints.isEmpty()) {
            complaints.forEach(this::fail);
            return CommandLine.ExitCode.USAGE;
        }
        try (RemoteJvm remote = RemoteJvm.connect(jvm)) {
            AgentState before = remote.state();
            if (before.isPresent()) {
                return fail(jvm + " has EchoTrace " + before.version() + " in it already"
                        + (before.outputs().isEmpty() ? "" : ": " + String.join(" and ", before.outputs()))
                        + ";\nto start it anew, end it first: echotrace detach " + jvm.pid());
            }
            String folder = CallerFolder.seenBy(jvm);
            Reply reply = remote.tell(Message.start(folder, text), jar.path());
            if (!reply.isOk()) {
                return fail(jvm + ": " + reply.text());
            }
            report(jvm, reply, remote.state());
            if (folder == null) {
                out().println("Files are in its container, where relative names begin at the folder of that JVM.");
            }
            return CommandLine.ExitCode.OK;
        }
    }

    /** A file of options is looked into only where it is the one that the JVM is going to read. */
    private List<String> complaintsAbout(String text, Jvm jvm) {
        return jar.path() != null || CallerFolder.seesOtherFiles(jvm)
                ? SettingsReader.complaintsAbout(text)
                : SettingsReader.read(text, Collections.emptyMap(), Collections.emptyMap())
                        .complaints();
    }

    private void report(Jvm jvm, Reply reply, AgentState state) {
        out().println(jvm + ": " + reply.text());
        if (!state.version().isEmpty() && !state.version().equals(Version.text())) {
            out().println("It keeps EchoTrace " + state.version() + ", which was loaded into it first; this is "
                    + Version.text() + ".");
        }
        out().println("To end it: echotrace detach " + jvm.pid());
    }
}
