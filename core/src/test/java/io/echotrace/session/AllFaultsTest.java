package io.echotrace.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.anomaly.Scores;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Recording;
import io.echotrace.ear.TruePeak;
import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.mapping.Mapper;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Rows;
import io.echotrace.output.WavTags;
import io.echotrace.output.WavWriter;
import io.echotrace.timeline.Timeline;
import io.echotrace.voice.Renderer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong at once, the sound stays below its limits. */
class AllFaultsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1, false", "2, false", "3, false", "14, false", "3, true", "14, true"})
    void loudnessAndPeak_stayBelowTheirLimits_howeverManyFaultsHold_andHoweverDenseTheyAre(int many, boolean dense)
            throws IOException {
        for (int first = 0; first < (many == 14 ? 1 : 14); first += 3) {
            Recording sound = Recording.of(rendered(faults(first, many), dense));
            assertThat(Loudness.maxMomentary(sound))
                    .as("%s faults from %s", many, first)
                    .isLessThan(-16);
            assertThat(TruePeak.dbtp(sound)).isLessThan(-3);
            if (!isNoiseThatLooksLikeClicks(faults(first, many), dense)) {
                assertThat(Clicks.in(sound))
                        .as("%s faults from %s", many, first)
                        .isEmpty();
            }
        }
    }

    private static List<Fault> faults(int first, int many) {
        List<Fault> all = new ArrayList<>(Arrays.asList(Fault.values()));
        all.addAll(Arrays.asList(Fault.values()));
        return all.subList(first, first + many);
    }

    /** So many errors are noise in a narrow band at 5 kHz: now and then it stands out as far as a click does. */
    private static boolean isNoiseThatLooksLikeClicks(List<Fault> faults, boolean dense) {
        return dense && faults.contains(Fault.ERROR_BURST);
    }

    /** Twelve seconds with full memory and all CPU, where the bed is loudest. */
    private File rendered(List<Fault> faults, boolean dense) throws IOException {
        Rows rows = Rows.ofCatalogue().set(Metrics.PROCESS_CPU, 1).set(Metrics.SYSTEM_MEMORY, 1);
        rows.set(Metrics.NETWORK_RECEIVE, 90e6).set(Metrics.DISK_UTILIZATION, 1);
        Timeline timeline = new Timeline();
        Renderer renderer = new Renderer(timeline, 24_000);
        Mapper mapper = new Mapper(SoundOptions.DEFAULT.table(), timeline);
        File wav = folder.resolve("all.wav").toFile();
        try (WavWriter writer = new WavWriter(wav, renderer, 2, WavTags.none())) {
            for (int i = 0; i <= 120; i++) {
                double seconds = i / 10.0;
                happen(faults, rows, seconds, dense);
                mapper.map(rows.at(seconds), Scores.NONE, findings(faults));
                writer.writeSealed();
            }
            mapper.finish(12_000_000_000L);
            writer.finish(12_000_000_000L);
            return writer.files().get(0);
        }
    }

    /** What is dense is a hundred and fifty collections a second, and a thousand errors. */
    private static void happen(List<Fault> faults, Rows rows, double seconds, boolean dense) {
        for (int i = 0; faults.contains(Fault.GC_STORM) && i < (dense ? 15 : 1); i++) {
            double length = dense ? 0.006 : 0.06;
            rows.stops(seconds - 0.08 + i * length, length, "G1 Evacuation Pause sync=0.0001");
        }
        if (faults.contains(Fault.LONG_STOP) && seconds % 2.5 < 0.05) {
            rows.stops(seconds - 0.45, 0.4, "G1 Compaction Pause sync=0.0001");
        }
        if (faults.contains(Fault.SAFEPOINT_STALL) && (seconds + 1) % 2.5 < 0.05) {
            rows.stops(seconds - 0.45, 0.4, "safepoint sync=0.25");
        }
        if (faults.contains(Fault.ERROR_BURST)) {
            rows.occurs(new Occurrence(
                    Occurrence.Kind.ERROR, Math.round((seconds - 0.1) * 1e9), 100_000_000L, dense ? "100" : "3"));
        }
    }

    private static List<Finding> findings(List<Fault> faults) {
        List<Finding> findings = new ArrayList<>();
        faults.forEach(fault -> findings.add(new Finding(fault, 1, 0, Finding.ONGOING, "")));
        return findings;
    }
}
