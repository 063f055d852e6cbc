package io.echotrace.agent.cli;

import io.echotrace.agent.attach.AgentState;
import io.echotrace.agent.attach.Jvm;
import io.echotrace.agent.attach.RemoteJvm;
import io.echotrace.agent.attach.RunningJvms;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code list}: the JVMs of this machine. */
@Command(
        name = "list",
        description = "Lists the running JVMs, and which of them have EchoTrace in them.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Runnable {
    @Option(names = "--long", description = "Show the whole main class or jar, and its arguments.")
    private boolean full;

    @Option(names = "--plain", description = "Print lines that a screen reader can read.")
    private boolean plain;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        List<Jvm> jvms = new RunningJvms().all();
        if (jvms.isEmpty()) {
            out.println("No JVM runs here.");
        } else if (plain) {
            jvms.forEach(jvm -> out.println(sentence(jvm)));
        } else {
            TextTable table = new TextTable();
            table.row("PID", "JAVA", "ECHOTRACE", "NAME");
            jvms.forEach(jvm -> table.row(String.valueOf(jvm.pid()), java(jvm), agent(jvm), name(jvm) + remark(jvm)));
            table.print(out);
        }
    }

    private String sentence(Jvm jvm) {
        String agent = agent(jvm);
        String version = java(jvm).equals("?") ? "" : ", Java " + java(jvm);
        String state = agent.equals("-") ? "without EchoTrace" : "with EchoTrace " + agent;
        return "JVM " + jvm.pid() + ": " + name(jvm) + version + ", " + state + remark(jvm) + ".";
    }

    private String name(Jvm jvm) {
        return full && !jvm.command().isEmpty() ? jvm.command() : jvm.name();
    }

    private static String java(Jvm jvm) {
        String version = jvm.javaVersion();
        return version == null ? "?" : version;
    }

    private static String agent(Jvm jvm) {
        AgentState state = RemoteJvm.stateOf(jvm);
        if (state.isPresent()) {
            return state.version() + " " + state.phase();
        }
        return jvm.mayHaveAgent() && jvm.obstacle() != null ? "seen" : "-";
    }

    private static String remark(Jvm jvm) {
        return jvm.obstacle() == null ? "" : "; it " + jvm.obstacle();
    }
}
