package io.echotrace.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echotrace.anomaly.Scorer;
import io.echotrace.anomaly.Scores;
import io.echotrace.ear.Recording;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Occurrence.Kind;
import io.echotrace.metric.Row;
import io.echotrace.metric.Rows;
import io.echotrace.metric.Unit;
import io.echotrace.series.RunInfo;
import io.echotrace.series.SeriesWriter;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineTest {
    private static final Metric QUEUE = new Metric("com.acme:type=Queue,name=\"a b\"/Length", Unit.UNKNOWN, "");
    private static final double BASELINE_SECONDS = 60;
    private static final double RUN_SECONDS = 6;
    private static final double LEAP_SECONDS = 3;

    @TempDir
    Path folder;

    private final Random random = new Random(5);
    private final List<String> troubles = new ArrayList<>();

    @Test
    void leapInTheFirstSeconds_isUnusual_whenABaselineSaysWhatIsUsual() throws IOException {
        Rows rows = rows();
        Scorer scorer = new Scorer(rows.metrics());
        Baseline.learn(usual("usual.csv"), rows.metrics(), scorer);
        assertThat(scorer.isLearning(QUEUE)).isFalse();
        assertThat(highest(scorer, rows)).isGreaterThan(Scores.ANOMALY);
        assertThat(highest(new Scorer(rows().metrics()), rows())).isLessThan(Scores.UNUSUAL);
    }

    @Test
    void rendering_findsTheBaselineBesideTheRun_orWhereItWas_orWhereItIsTold() throws IOException {
        File usual = usual("usual of %20 runs.csv");
        float[] expected = render(run("plain.csv", null), usual);
        File run = run("run.csv", usual);
        assertThat(render(run, null)).isEqualTo(expected);
        File copied = Files.createDirectories(folder.resolve("copied")).toFile();
        Files.copy(usual.toPath(), copied.toPath().resolve(usual.getName()));
        File moved =
                Files.move(run.toPath(), copied.toPath().resolve("run.csv")).toFile();
        assertThat(render(moved, null)).isEqualTo(expected);
        assertThat(usual.delete()).isTrue();
        assertThat(render(moved, null)).isEqualTo(expected);
        assertThat(troubles).isEmpty();
    }

    /** Both are named after the program, and each has a folder of its own. */
    @Test
    void runOfTheSameName_isNotItsOwnBaseline() throws IOException {
        File usual = usual("run.csv");
        float[] expected = render(run("plain.csv", null), usual);
        Path runs = Files.createDirectories(folder.resolve("runs"));
        File run = Files.move(run("other.csv", usual).toPath(), runs.resolve("run.csv"))
                .toFile();
        assertThat(render(run, null)).isEqualTo(expected);
        assertThat(troubles).isEmpty();
    }

    @Test
    void baselineAtItsOldPlace_isTaken_whenTheOneBesideTheRunIsAnother() throws IOException {
        File usual = usual("usual.csv");
        float[] expected = render(run("plain.csv", null), usual);
        Path runs = Files.createDirectories(folder.resolve("runs"));
        File run = Files.move(run("run.csv", usual).toPath(), runs.resolve("run.csv"))
                .toFile();
        Files.move(usual("another.csv").toPath(), runs.resolve("usual.csv"));
        assertThat(render(run, null)).isEqualTo(expected);
        assertThat(troubles).isEmpty();
    }

    @Test
    void missingBaseline_isTold_andTheRunSoundsAsWithoutOne() throws IOException {
        File usual = usual("usual.csv");
        File run = run("run.csv", usual);
        assertThat(usual.delete()).isTrue();
        assertThat(render(run, null)).isEqualTo(render(run("plain.csv", null), null));
        assertThat(troubles).singleElement().asString().contains(usual.getPath(), "not there", "--baseline");
    }

    @Test
    void changedBaseline_isTold() throws IOException {
        File usual = usual("usual.csv");
        File run = run("run.csv", usual);
        usual("usual.csv");
        render(run, null);
        assertThat(troubles).singleElement().asString().contains(usual.getPath(), "not what it was");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "time_s,other\n0,1\n", "time_s,process.cpu.utilization\n0,1\nnever,2\n1,2\n"})
    void fileThatIsNoBaseline_isRefused(String content) throws IOException {
        File file = Files.writeString(folder.resolve("bad.csv"), content).toFile();
        Rows rows = rows();
        assertThatThrownBy(() -> Baseline.learn(file, rows.metrics(), new Scorer(rows.metrics())))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Baseline.learn(folder.toFile(), rows.metrics(), new Scorer(rows.metrics())))
                .isInstanceOf(IOException.class);
    }

    @Test
    void lineOfALargeFile_thatIsCutByTheLimit_isNoTrouble() throws IOException {
        Path large = folder.resolve("large.csv");
        String rest = ",0.123456," + "9".repeat(300) + "\n";
        Files.writeString(
                large,
                IntStream.range(0, 35_000)
                        .mapToObj(row -> row / 10.0 + rest)
                        .collect(Collectors.joining("", "time_s,process.cpu.utilization,x\n", "")));
        Rows rows = rows();
        Scorer scorer = new Scorer(rows.metrics());
        Baseline.learn(large.toFile(), rows.metrics(), scorer);
        assertThat(scorer.isLearning(Metrics.PROCESS_CPU)).isFalse();
    }

    private static Rows rows() {
        return new Rows(Metrics.PROCESS_CPU, QUEUE);
    }

    private Row row(Rows rows, double seconds, boolean leap) {
        rows.set(Metrics.PROCESS_CPU, 0.3 + 0.01 * random.nextGaussian());
        return rows.set(QUEUE, leap ? 900 : 5 + random.nextGaussian()).at(seconds);
    }

    private double highest(Scorer scorer, Rows rows) {
        double highest = 0;
        for (double seconds = 0; seconds < RUN_SECONDS; seconds += 0.1) {
            highest = Math.max(
                    highest,
                    scorer.score(row(rows, seconds, seconds > LEAP_SECONDS)).highest());
        }
        return highest;
    }

    private File usual(String name) throws IOException {
        return write(name, rows(), BASELINE_SECONDS, BASELINE_SECONDS);
    }

    /** The same run each time, but for the baseline it names. */
    private File run(String name, @Nullable File baseline) throws IOException {
        random.setSeed(7);
        Rows rows = rows();
        if (baseline != null) {
            Map<String, String> entries = new LinkedHashMap<>();
            Baseline.learn(baseline, rows.metrics(), new Scorer(rows.metrics())).describe(entries);
            rows.occurs(new Occurrence(Kind.RUN, 0, Occurrence.ONGOING, new RunInfo(entries).text()));
        }
        return write(name, rows, RUN_SECONDS, LEAP_SECONDS);
    }

    private File write(String name, Rows rows, double length, double leap) throws IOException {
        Path csv = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(csv);
                SeriesWriter writer = new SeriesWriter(out, rows.metrics())) {
            for (double seconds = 0; seconds < length; seconds += 0.1) {
                writer.write(row(rows, seconds, seconds > leap), 0, List.of());
            }
        }
        return csv.toFile();
    }

    private float[] render(File csv, @Nullable File baseline) throws IOException {
        Rendering rendering = new Rendering(SoundOptions.DEFAULT.withWav(16_000, 1)).onTrouble(troubles::add);
        File wav = folder.resolve("out.wav").toFile();
        RenderedSound sound = (baseline == null ? rendering : rendering.baseline(baseline)).render(csv, wav, s -> {});
        return Recording.of(sound.files().get(0)).channel(0);
    }
}
