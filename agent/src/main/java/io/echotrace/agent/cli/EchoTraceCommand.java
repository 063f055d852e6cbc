package io.echotrace.agent.cli;

import io.echotrace.session.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line: lists the commands and the agent's options. */
@Command(
        name = "echotrace",
        description = "Hear a JVM and the machine under it.",
        mixinStandardHelpOptions = true,
        versionProvider = EchoTraceCommand.VersionProvider.class,
        subcommands = {
            DemoCommand.class,
            DemoWorkloadCommand.class,
            WorkshopCommand.class,
            MonitorCommand.class,
            ListCommand.class,
            AttachCommand.class,
            StatusCommand.class,
            MarkCommand.class,
            AcknowledgeCommand.class,
            MuteCommand.class,
            UnmuteCommand.class,
            SnoozeCommand.class,
            VolumeCommand.class,
            OnlyCommand.class,
            DetachCommand.class,
            DevicesCommand.class,
            RenderCommand.class,
            ScoreCommand.class,
            LegendCommand.class,
            SoundsCommand.class,
            OptionsCommand.class,
            VersionCommand.class
        },
        footer = {"", "As an agent: java -javaagent:echotrace.jar=OPTION=VALUE,OPTION=VALUE -jar app.jar"})
final class EchoTraceCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    static final class VersionProvider implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"echotrace " + Version.text()};
        }
    }
}
