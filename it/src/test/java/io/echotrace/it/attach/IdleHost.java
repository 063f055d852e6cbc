package io.echotrace.it.attach;

import static org.awaitility.Awaitility.await;

import io.echotrace.it.host.Idle;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.jvm.TargetJvm;
import java.io.IOException;
import java.time.Duration;

/** A host that does nothing until its standard input ends. */
final class IdleHost {
    private IdleHost() {}

    /** Starts it and returns when its main runs: a signal to attach would end a JVM that is not yet ready for it. */
    static TargetJvm start(JvmLauncher launcher) throws IOException {
        TargetJvm host = launcher.start(Idle.class);
        await().atMost(Duration.ofMinutes(1)).until(() -> host.stdout().startsWith("main"));
        return host;
    }

    /** Lets it end by itself. */
    static Outcome end(TargetJvm host) throws IOException {
        host.process().getOutputStream().close();
        return host.awaitEnd();
    }
}
