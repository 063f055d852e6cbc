package io.echotrace.it.end;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.sound.RecordedRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/** A host that has ended, and what it has left. */
record EndedRun(Outcome outcome, Instant end, Path folder) {
    private static final double MISSING_AT_MOST = 1.5;
    /** The last row stands where the hook began, which a busy machine starts late. */
    private static final double LATE_AT_MOST = 1;

    Path wav() {
        return folder.resolve("run.wav");
    }

    /** Whole but for its last 1.5 seconds, of which the host had no say. */
    void assertNearlyWhole() throws IOException {
        RecordedRun run = recorded();
        double lived = run.secondsAt(end);
        assertThat(run.soundSeconds()).as("seconds of sound").isGreaterThan(lived - MISSING_AT_MOST);
        assertThat(run.lastRowSeconds()).as("last row").isGreaterThan(lived - MISSING_AT_MOST);
    }

    /** Whole to its last instant, at which the last row stands. */
    void assertWhole() throws IOException {
        RecordedRun run = recorded();
        double lived = run.secondsAt(end);
        assertThat(run.lastRowSeconds()).as("last row").isBetween(lived - 0.01, lived + LATE_AT_MOST);
        assertThat(run.soundSeconds())
                .as("seconds of sound")
                .isBetween(run.lastRowSeconds() - 0.001, run.lastRowSeconds() + 0.001);
    }

    private RecordedRun recorded() throws IOException {
        return new RecordedRun(wav().toFile(), folder.resolve("run.csv").toFile());
    }
}
