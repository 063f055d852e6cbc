package io.echotrace.agent.attach;

import io.echotrace.agent.file.ThisRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The JVMs that run on this machine, without this one. The attach API lists those that publish performance data to this user;
 * on Linux the process table adds those that do not ({@code -XX:-UsePerfData}), those of other users and those in containers.
 * A JVM is told by its thread "VM Thread", which every user may see, or by the library it runs from.
 */
public final class RunningJvms {
    /** How the names of the agent's threads begin; some run as long as the agent does. */
    private static final String AGENT_THREADS = "echotrace-";

    private final Map<Integer, String> published;
    private final int own = Integer.parseInt(new ThisRun("", Instant.EPOCH).processId());

    public RunningJvms() {
        AttachApi api = AttachApi.findOrNull();
        published = api == null ? Collections.emptyMap() : api.commands();
    }

    /** All of them, by process id. */
    public List<Jvm> all() {
        List<Jvm> jvms = new ArrayList<>();
        if (LinuxProcess.areShown()) {
            for (LinuxProcess process : LinuxProcess.all()) {
                if (isJvm(process) && process.pid() != own) {
                    jvms.add(describe(process));
                }
            }
        } else {
            published.forEach((pid, command) -> {
                if (pid != own) {
                    jvms.add(new Jvm(pid, command, null, null, true));
                }
            });
        }
        return jvms;
    }

    /**
     * The JVM with the process id.
     *
     * @throws AttachException if there is no such process, or it is no JVM
     */
    Jvm get(int pid) throws AttachException {
        if (!LinuxProcess.areShown()) {
            return new Jvm(pid, commandOf(pid, Collections.emptyList()), null, null, true);
        }
        LinuxProcess process = new LinuxProcess(pid);
        if (!process.exists()) {
            throw new AttachException("there is no process " + pid + "; echotrace list shows the JVMs");
        }
        if (pid == own) {
            throw new AttachException("process " + pid + " is this command itself");
        }
        if (!isJvm(process) && !process.hasEnded()) {
            throw new AttachException("process " + pid + " (" + JavaCommand.of(process.arguments())
                    + ") is no JVM, or one that has just begun; echotrace list shows the JVMs");
        }
        return describe(process);
    }

    private Jvm describe(LinuxProcess process) {
        return new Jvm(
                process.pid(),
                commandOf(process.pid(), process.arguments()),
                JdkRelease.of(process),
                Obstacle.to(process),
                process.hasThread(AGENT_THREADS));
    }

    /** What the JVM publishes is exact; its command line may hold the main class in an argument file. */
    private String commandOf(int pid, List<String> arguments) {
        String command = published.get(pid);
        if (command == null || command.isEmpty() || command.equals("Unknown")) {
            return JavaCommand.of(arguments);
        }
        return command;
    }

    private static boolean isJvm(LinuxProcess process) {
        return process.hasThread("VM Thread") || process.mapped("libjvm.so") != null;
    }
}
