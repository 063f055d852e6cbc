package io.echotrace.it.attach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.it.jvm.JvmLauncher;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The threads and descriptors that a JVM had before the agent was loaded, to compare with what is left afterwards. */
record Left(SortedSet<String> threads, List<String> descriptors) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** As the JVM starts and ends them by itself. */
    private static final String JIT_AND_GC = "C[12] CompilerThread\\d+|G[C1] .*|GC Thread#\\d+";

    /** Up to Java 17 the first file channel of a JVM opens one for good, with which channels are closed. */
    private static final String FILE_CHANNELS = "socket";

    /** Java 8 opens the second jar of its own when something is first looked for beside its classes. */
    private static final String JDK_8_ITSELF = "/jre/lib/resources.jar";

    /** {@code jcmd} is asked first, so that the JVM has its own listener for attachments already. */
    static Left in(Traces traces) throws IOException {
        SortedSet<String> threads = traces.threads();
        return new Left(threads, traces.descriptors());
    }

    /**
     * Waits until there is nothing beyond that, as the JVM closes its own files of an attachment a little later; but for the
     * agent's jar, which stays on the class path, and what the JDK keeps.
     *
     * @param jdkThreads threads that the JDK has started and keeps
     */
    void assertNothingAddedTo(Traces traces, String... jdkThreads) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).untilAsserted(() -> {
            SortedSet<String> newThreads = new TreeSet<>(traces.threads());
            newThreads.removeAll(threads);
            newThreads.removeAll(List.of(jdkThreads));
            newThreads.removeIf(name -> name.matches(JIT_AND_GC));
            assertThat(newThreads).as("threads").isEmpty();
            List<String> newFiles = new ArrayList<>(traces.descriptors());
            descriptors.forEach(newFiles::remove);
            newFiles.remove(JvmLauncher.AGENT.toString());
            newFiles.remove(FILE_CHANNELS);
            newFiles.removeIf(name -> name.endsWith(JDK_8_ITSELF));
            assertThat(newFiles).as("descriptors").isEmpty();
        });
    }
}
