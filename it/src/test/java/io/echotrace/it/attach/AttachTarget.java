package io.echotrace.it.attach;

import static org.awaitility.Awaitility.await;

import io.echotrace.it.host.Idle;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.jvm.TargetJvm;
import java.io.IOException;
import java.time.Duration;

/** A JVM that does nothing until it is told to end, and that commands are tried on. */
final class AttachTarget implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TargetJvm jvm;

    private AttachTarget(TargetJvm jvm) {
        this.jvm = jvm;
    }

    /** Started, and in its main: a signal to attach would end a JVM that is not yet ready for it. */
    static AttachTarget start(JvmLauncher launcher) throws IOException {
        return start(launcher, Idle.class);
    }

    /** The same with another program, that says so when it is in its main. */
    static AttachTarget start(JvmLauncher launcher, Class<?> main) throws IOException {
        TargetJvm jvm = launcher.start(main);
        await().atMost(PATIENCE).until(() -> jvm.stdout().startsWith("main "));
        return new AttachTarget(jvm);
    }

    String pid() {
        return String.valueOf(jvm.process().pid());
    }

    TargetJvm jvm() {
        return jvm;
    }

    /** Sends it a signal. */
    void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, pid()).start().waitFor();
    }

    /** Lets it end by itself. */
    Outcome end() throws IOException {
        jvm.process().getOutputStream().close();
        return jvm.awaitEnd();
    }

    @Override
    public void close() {
        jvm.close();
    }
}
