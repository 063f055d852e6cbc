package io.echotrace.it.sound;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.finding.Fault;
import io.echotrace.it.host.HeapSteps;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.OnEveryJdk;
import io.echotrace.it.jvm.Outcome;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Occurrence.Kind;
import io.echotrace.series.SeriesReader;
import java.io.FileReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same measurements give the same sound, to the last bit, on whatever JVM it is made. */
class SameSoundIT {
    private static final int WAV_BYTES_PER_SECOND = 24_000 * 2 * 2;

    private static final int STEPS = 8;

    @TempDir
    private static Path shared;

    @TempDir
    Path folder;

    private static Path madeUp;
    private static byte[] expected;

    @BeforeAll
    static void renderOnTheRunningJdk() throws Exception {
        madeUp = written(new MadeUpRun(true), "made-up.csv");
        expected = rendered(Jdks.running(), madeUp, shared.resolve("expected.wav"));
    }

    @OnEveryJdk
    void madeUpRun_soundsTheSame(int jdk) throws Exception {
        byte[] sound = rendered(Jdks.home(jdk), madeUp, folder.resolve("made-up.wav"));
        assertThat(sound.length).isEqualTo((int) (MadeUpRun.SECONDS * WAV_BYTES_PER_SECOND));
        assertThat(Arrays.mismatch(sound, expected))
                .as("first byte that differs")
                .isEqualTo(-1);
    }

    /** So that the comparison is one of everything. */
    @Test
    void madeUpRun_hasEveryKindOfEvent_andEveryFault() throws Exception {
        List<Occurrence> occurrences = occurrences(madeUp);
        assertThat(occurrences).extracting(Occurrence::kind).contains(Kind.values());
        Set<Fault> withTheVoiceOfFullMemory = EnumSet.of(Fault.MEMORY_LEAK, Fault.FILE_DESCRIPTOR_LEAK);
        for (Fault fault : EnumSet.complementOf(EnumSet.copyOf(withTheVoiceOfFullMemory))) {
            assertThat(occurrences)
                    .filteredOn(occurrence -> occurrence.kind() == Kind.FINDING
                            && occurrence.text().startsWith(fault.title()))
                    .as(fault.title())
                    .extracting(occurrence -> occurrence.lengthNanos() == Occurrence.ONGOING)
                    .contains(true, false);
        }
    }

    @Test
    void madeUpRun_hasANoveltyThatIsHeard() throws Exception {
        Path without = written(new MadeUpRun(false), "nothing-new.csv");
        byte[] sound = rendered(Jdks.running(), without, folder.resolve("nothing-new.wav"));
        double firstDifference = (double) Arrays.mismatch(sound, expected) / WAV_BYTES_PER_SECOND;
        assertThat(firstDifference).isBetween(MadeUpRun.NOVEL_FROM - 0.5, MadeUpRun.NOVEL_TO);
    }

    @ParameterizedTest(name = "JDK {0}")
    @ValueSource(ints = {8, 17})
    void recordingOfARealHost_soundsTheSameWhenItIsRendered(int jdk) throws Exception {
        Outcome host = new JvmLauncher(Jdks.home(jdk), folder)
                .jvmOption("-Xmx256m")
                .jvmOption("-XX:+UseSerialGC")
                .agent("live=off,wav=run.wav,csv=run.csv")
                .run(HeapSteps.class, String.valueOf(STEPS), "500");
        assertThat(host.exitCode()).as(host.stderr()).isZero();
        Path csv = folder.resolve("run.csv");
        assertThat(occurrences(csv))
                .filteredOn(occurrence ->
                        occurrence.kind() == Kind.STOP && occurrence.text().startsWith("System.gc"))
                .as("stops, but for the first ones, which may come before the first row")
                .hasSizeGreaterThan(STEPS / 2);
        byte[] recorded = DataChunk.of(folder.resolve("run.wav"));
        assertThat(recorded.length).isGreaterThan(3 * WAV_BYTES_PER_SECOND);
        byte[] again = rendered(Jdks.running(), csv, folder.resolve("again.wav"));
        assertThat(again.length).isEqualTo(recorded.length);
        assertThat(Arrays.mismatch(again, recorded))
                .as("first byte that differs")
                .isEqualTo(-1);
    }

    private static Path written(MadeUpRun run, String name) throws IOException {
        Path csv = shared.resolve(name);
        try (OutputStream out = Files.newOutputStream(csv)) {
            run.write(out);
        }
        return csv;
    }

    private static byte[] rendered(Path jdk, Path csv, Path wav) throws IOException {
        Outcome outcome = new JvmLauncher(jdk, shared).commandLine("render", csv.toString(), "-o", wav.toString());
        assertThat(outcome.exitCode()).as(outcome.stderr()).isZero();
        return DataChunk.of(wav);
    }

    private static List<Occurrence> occurrences(Path csv) throws IOException {
        List<Occurrence> occurrences = new ArrayList<>();
        try (SeriesReader reader = new SeriesReader(new FileReader(csv.toFile(), StandardCharsets.UTF_8))) {
            reader.forEachRemaining(row -> occurrences.addAll(row.occurrences()));
        }
        return occurrences;
    }
}
