package io.echotrace.it.sound;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.it.host.HeapSteps;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.it.sound.RecordedRun.Stretch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("the sound of its memory is that of the machine, too")
class MemoryRampIT {
    private static final int STEPS = 8;
    private static final double REST_SECONDS = 4;
    /** Until the loudness has followed the step. */
    private static final double SETTLING_SECONDS = 2;

    @TempDir
    Path folder;

    @Test
    void renderOfARecordedRamp_growsLouderWithEveryStepOfTheHeap() throws Exception {
        JvmLauncher launcher = new JvmLauncher(Jdks.running(), folder);
        Outcome host = launcher.jvmOption("-Xmx256m")
                .jvmOption("-XX:+UseSerialGC")
                .agent("live=off,csv=ramp.csv")
                .run(HeapSteps.class, String.valueOf(STEPS), String.valueOf((long) (REST_SECONDS * 1000)));
        assertThat(host.exitCode()).isZero();
        Outcome render = new JvmLauncher(Jdks.running(), folder).commandLine("render", "ramp.csv", "-o", "ramp.wav");
        assertThat(render.exitCode()).as(render.stderr()).isZero();

        RecordedRun run = new RecordedRun(
                folder.resolve("ramp.wav").toFile(), folder.resolve("ramp.csv").toFile());
        List<Stretch> steps = new ArrayList<>();
        // The first step lies in the fade at the start.
        host.stdout().lines().limit(STEPS).skip(1).forEach(millis -> {
            double start = run.secondsAt(Instant.ofEpochMilli(Long.parseLong(millis)));
            steps.add(run.stretch(start + SETTLING_SECONDS, start + REST_SECONDS));
        });
        assertThat(RecordedRun.rankCorrelation(steps, Stretch::memory, Stretch::lufs))
                .as("%s", steps)
                .isGreaterThanOrEqualTo(0.99);
        Stretch first = steps.get(0);
        Stretch last = steps.get(steps.size() - 1);
        double decibelsPerUnit = (last.lufs() - first.lufs()) / (last.memory() - first.memory());
        assertThat(decibelsPerUnit).isBetween(12.0, 16.0);
    }
}
