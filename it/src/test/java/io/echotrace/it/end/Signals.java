package io.echotrace.it.end;

import io.echotrace.it.jvm.JvmLauncher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Signals of the operating system. */
final class Signals {
    /** A child is deaf to what its parents ignore, as under {@code nohup}; and no crash is to leave a core file. */
    private static final String[] HEARING = {
        "bash", "-c", "ulimit -c 0; exec \"$@\"", "bash", "env", "--default-signal=HUP,INT,TERM"
    };

    private Signals() {}

    /** A launcher whose JVMs hear all signals. */
    static JvmLauncher launcher(Path jdk, Path folder) {
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/proc/self/exe")), "signals are sent and heard on Linux only");
        return new JvmLauncher(jdk, folder).startedBy(HEARING);
    }

    /** @param name without SIG */
    static void send(Process process, String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    }
}
