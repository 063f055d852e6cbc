package io.echotrace.it.method;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.it.host.VirtualThreads;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Virtual threads pass through timed methods as through others: each is counted, none holds its carrier, none is kept. */
class VirtualThreadsIT {
    private static final int REQUESTS = 200_000;
    /** Enough that they need more places than the recorder has for those inside at once. */
    private static final int AT_ONCE = 10_000;
    /** With those at once there is room for little more: a few hundred bytes for each that has ended would fill it. */
    private static final String HEAP = "-Xmx96m";

    private static final String PINNED = "jdk.VirtualThreadPinned";
    private static final String INNER = "io.echotrace.it.host.TimedWork$Waiting#service";

    private static final String OUTER = "@http";

    @TempDir
    Path folder;

    /** Each request is a call of two servlets: one of the preset, which counts outermost calls, and within it another. */
    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {21, 25})
    void requests_areCounted_withoutPinning_andLeaveNothing(int jdk) throws Exception {
        Outcome outcome = new JvmLauncher(Jdks.home(jdk), folder)
                .agent("live=off,csv=run.csv,methods=" + INNER + ":" + OUTER)
                .jvmOption(HEAP)
                .jvmOption("-Xlog:jfr*=off")
                .jvmOption("-XX:StartFlightRecording:filename=run.jfr,settings=none," + PINNED + "#enabled=true,"
                        + PINNED + "#threshold=0ms," + PINNED + "#stackTrace=true")
                .run(VirtualThreads.class, String.valueOf(REQUESTS), String.valueOf(AT_ONCE));
        assertThat(outcome.exitCode()).as(outcome.toString()).isZero();
        assertThat(outcome.stdout()).isEqualTo("served " + REQUESTS + "\n");
        TimedCalls calls = new TimedCalls(folder.resolve("run.csv"));
        assertThat(calls.of(INNER)).isEqualTo(REQUESTS);
        assertThat(calls.of(OUTER)).isEqualTo(REQUESTS);
        assertThat(calls.errors()).isZero();
        assertThat(pinned(folder.resolve("run.jfr"))).isEmpty();
    }

    private static List<RecordedEvent> pinned(Path recording) throws IOException {
        return RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().equals(PINNED))
                .toList();
    }
}
