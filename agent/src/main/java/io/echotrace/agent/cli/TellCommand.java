package io.echotrace.agent.cli;

import io.echotrace.agent.attach.AttachException;
import io.echotrace.agent.attach.Jvm;
import io.echotrace.agent.attach.Message;
import io.echotrace.agent.attach.RemoteJvm;
import io.echotrace.agent.attach.Reply;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** A command that is one message to the agent in a JVM. */
abstract class TellCommand extends JvmCommand {
    @Mixin
    private JarOption jar;

    abstract Message message();

    /** Looks first whether the agent is there at all: that loads nothing. */
    @Override
    final int run(Jvm jvm) throws AttachException {
        try (RemoteJvm remote = RemoteJvm.connect(jvm)) {
            if (!remote.state().isPresent()) {
                return fail(jvm + " has no EchoTrace in it");
            }
            Reply reply = remote.tell(message(), jar.path());
            if (!reply.isOk()) {
                return fail(jvm + ": " + reply.text());
            }
            out().println(jvm + ": " + reply.text());
            return CommandLine.ExitCode.OK;
        }
    }
}
