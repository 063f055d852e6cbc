package io.echotrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Modulation;
import io.echotrace.ear.Partials;
import io.echotrace.ear.Pitch;
import io.echotrace.ear.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The programs of the README do what the README says. */
@Isolated("lives in real time")
class ReadmeProgramsTest {
    private static final int OWN_METRICS = 0;
    private static final int SINGLE_METRIC = 1;
    private static final int SINGLE_SOUNDS = 2;
    private static final int LIST = 3;

    @TempDir
    Path folder;

    @Test
    void readme_hasFourPrograms() throws IOException {
        assertThat(ReadmeProgram.all()).hasSize(4);
    }

    @Test
    void ownMetrics_areHeardAndRecorded() throws Exception {
        String printed = run(OWN_METRICS);
        assertThat(printed)
                .containsPattern("\\d+ of \\d+ snapshots are at hand")
                .doesNotContain("failed");

        List<String> csv = Files.readAllLines(folder.resolve("orders.csv"));
        assertThat(csv.get(0)).contains(",process.cpu.utilization,").endsWith(",queue.length,score,events");
        assertThat(last(csv, "queue.length")).isEqualTo(600);
        assertThat(last(csv, "process.cpu.utilization")).isEqualTo(0.6);

        Recording recording = recording("orders.wav");
        assertThat(recording.duration()).isEqualTo(last(csv, "time_s"), within(0.002));
        double middle = Pitch.f0(recording.slice(recording.duration() / 2, recording.duration() / 2 + 0.3));
        double end = Pitch.f0(recording.slice(recording.duration() - 0.3, recording.duration()));
        assertThat(Pitch.cents(middle, end)).isGreaterThan(200);
        assertThat(end).isBetween(350.0, 470.0);
    }

    @Test
    void singleMetric_isReadByHand_orSaysWhyNot() throws Exception {
        String printed = run(SINGLE_METRIC);
        assertThat(Double.parseDouble(value(printed, "CPU "))).isBetween(0.0, 1.0);
        boolean available = !value(printed, "temperature ").equals("NaN");
        assertThat(value(printed, "because ").equals("null")).isEqualTo(available);
    }

    @Test
    void singleSounds_areWhatTheyAreCalled() throws Exception {
        run(SINGLE_SOUNDS);
        Recording tone = recording("tone.wav");
        assertThat(tone.duration()).isEqualTo(0.5);
        assertThat(Clicks.in(tone)).isEmpty();
        assertThat(Partials.of(tone))
                .singleElement()
                .satisfies(partial -> assertThat(partial.hz()).isEqualTo(440, within(0.5)));
        assertThat(Partials.of(recording("chord.wav").slice(0.5, 1.5)))
                .extracting(partial -> (double) Math.round(partial.hz()))
                .containsExactly(220.0, 275.0, 330.0);
        assertThat(Modulation.of(recording("pulse.wav"), 300, 600).strongestHz(1, 20))
                .isEqualTo(4, within(0.1));
    }

    @Test
    void list_becomesSound_thatRisesAndThenGoesWrong() throws Exception {
        run(LIST);
        Recording recording = recording("list.wav");
        assertThat(recording.duration()).isEqualTo(8);
        double before = Pitch.f0(recording.slice(1, 1.5));
        double after = Pitch.f0(recording.slice(4, 4.5));
        assertThat(before).isBetween(240.0, 330.0);
        assertThat(Pitch.cents(before, after)).isBetween(400.0, 1000.0);
        double hiss = Bands.level(recording.slice(6, 8), 5000, 8000) - Bands.level(recording.slice(2, 4.5), 5000, 8000);
        assertThat(hiss).isGreaterThan(15);
    }

    private String run(int program) throws Exception {
        return ReadmeProgram.all().get(program).run(folder);
    }

    private Recording recording(String name) throws IOException {
        return Recording.of(folder.resolve(name).toFile());
    }

    /** The last value of a column that stands before the events. */
    private static double last(List<String> csv, String column) {
        int index = List.of(csv.get(0).split(",")).indexOf(column);
        return Double.parseDouble(csv.get(csv.size() - 1).split(",")[index]);
    }

    private static String value(String printed, String word) {
        return printed.lines()
                .filter(line -> line.startsWith(word))
                .map(line -> line.substring(word.length()))
                .findFirst()
                .orElseThrow();
    }
}
