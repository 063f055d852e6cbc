package io.echotrace.agent.attach;

import io.echotrace.agent.host.HostCommand;
import java.util.Collections;
import org.jspecify.annotations.Nullable;

/** A JVM of this machine, as it was found. Immutable. */
public final class Jvm {
    private final int pid;
    private final String command;
    private final @Nullable String javaVersion;
    private final @Nullable String obstacle;
    private final boolean mayHaveAgent;

    Jvm(int pid, String command, @Nullable String javaVersion, @Nullable String obstacle, boolean mayHaveAgent) {
        this.pid = pid;
        this.command = command;
        this.javaVersion = javaVersion;
        this.obstacle = obstacle;
        this.mayHaveAgent = mayHaveAgent;
    }

    /** Its process id, as this process sees it. */
    public int pid() {
        return pid;
    }

    /** Its main class, module or jar, and the arguments; empty if it does not tell. */
    public String command() {
        return command;
    }

    /** Its main class without the package, or its jar without the ending; "java" if it does not tell. */
    public String name() {
        return HostCommand.of(Collections.singletonMap("sun.java.command", command))
                .shortName();
    }

    /** The version of its Java; null if that is not known before it is asked. */
    public @Nullable String javaVersion() {
        return javaVersion;
    }

    /** Why it cannot be attached to, and what to do: follows after its name. Null if nothing is in the way. */
    public @Nullable String obstacle() {
        return obstacle;
    }

    /** Whether threads of EchoTrace were seen in it; where threads are not shown, true for all. */
    public boolean mayHaveAgent() {
        return mayHaveAgent;
    }

    /** For messages: "JVM 4711 (Main)". */
    @Override
    public String toString() {
        return "JVM " + pid + " (" + name() + ")";
    }
}
