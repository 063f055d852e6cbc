package io.echotrace.it.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.echotrace.it.sound.RecordedRun;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The main job on a real server: its load is heard, and recorded. */
@Isolated("measures what a load does to CPU and sound")
class TomcatIT {
    private static final double LEVEL_SECONDS = 9;
    /** Until the smoothing of a level's step and the server's own warm-up are over. */
    private static final double SETTLING_SECONDS = 4;

    @TempDir
    Path folder;

    @Test
    void loadOfAServer_isHeardInPitchAndPulse() throws Exception {
        Path wav = folder.resolve("tomcat run.wav");
        String agent =
                Path.of(System.getProperty("echotrace.jar")).toAbsolutePath().toString();
        // catalina.sh evaluates its options: a blank in a path must be escaped for it, nothing else.
        String options = "-javaagent:" + agent + "=wav=" + wav.toString().replace(" ", "\\ ") + ",live=off";
        List<Instant> starts = new ArrayList<>();
        Instant begin = Instant.now();
        Instant end;
        Path java = Path.of(System.getProperty("java.home"));
        try (Tomcat tomcat = Tomcat.start(folder.resolve("base"), java, options)) {
            await().until(() -> tomcat.console().contains("echotrace 0.1.0: recording to"));
            Load load = new Load(tomcat.busy());
            load.run(350, 6); // the compiler has its peak before the levels are measured
            for (double perSecond : new double[] {150, 10, 350, 60}) {
                starts.add(Instant.now());
                assertThat(load.run(perSecond, LEVEL_SECONDS)).isGreaterThan((int) (perSecond * LEVEL_SECONDS / 2));
            }
            end = Instant.now();
            assertThat(tomcat.stop()).isEqualTo(143);
            assertThat(tomcat.console()).doesNotContain("WARNING:").containsOnlyOnce("echotrace ");
        }
        RecordedRun run =
                new RecordedRun(wav.toFile(), folder.resolve("tomcat run.csv").toFile());
        assertThat(run.soundSeconds()).isEqualTo(run.lastRowSeconds(), within(0.05));
        assertThat(run.soundSeconds()).isBetween(run.secondsAt(end), run.secondsAt(end) + 10);
        assertThat(run.secondsAt(begin)).isBetween(-5.0, 0.0);
        List<RecordedRun.Stretch> levels = starts.stream()
                .mapToDouble(run::secondsAt)
                .mapToObj(start -> run.stretch(start + SETTLING_SECONDS, start + LEVEL_SECONDS))
                .toList();
        assertThat(RecordedRun.rankCorrelation(levels, RecordedRun.Stretch::cpu, RecordedRun.Stretch::f0))
                .as("%s", levels)
                .isGreaterThanOrEqualTo(0.95);
        assertThat(RecordedRun.rankCorrelation(
                        levels, RecordedRun.Stretch::bytesPerSecond, RecordedRun.Stretch::pulseHz))
                .as("%s", levels)
                .isGreaterThanOrEqualTo(0.95);
    }
}
