package io.echotrace.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Holes;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Pitch;
import io.echotrace.ear.Recording;
import io.echotrace.ear.TruePeak;
import io.echotrace.finding.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The legend is heard as its captions say. */
class LegendSoundTest {
    @TempDir
    Path folder;

    private LegendSound.Performance performance;
    private Recording sound;

    @BeforeEach
    void perform() throws IOException {
        performance = new LegendSound(SoundOptions.DEFAULT)
                .write(folder.resolve("legend.wav").toFile());
        sound = Recording.of(performance.wav());
    }

    @Test
    void takesAMinuteOrSo_andTellsEveryFault() throws IOException {
        assertThat(sound.duration()).isBetween(70.0, 95.0);
        for (Fault fault : Fault.values()) {
            assertThat(performance.lines()).filteredOn(line -> has(line, fault)).hasSize(1);
        }
        List<String> captions = Files.readAllLines(performance.captions().toPath());
        assertThat(captions.get(0)).isEqualTo("WEBVTT");
        assertThat(captions).filteredOn(line -> line.contains(" --> ")).hasSameSizeAs(performance.lines());
        assertThat(captions.get(2)).isEqualTo("00:00:00.000 --> 00:00:03.000");
    }

    @Test
    void groundIsLow_thenHigh() {
        double start = start("Pitch of the ground");
        assertThat(Pitch.f0(sound.slice(start + 0.7, start + 1), 150, 300)).isCloseTo(200, within(25.0));
        assertThat(Pitch.f0(sound.slice(start + 1.7, start + 2), 500, 900)).isCloseTo(800, within(110.0));
    }

    @Test
    void faults_areHeardInTheirPlace() {
        double storm = start("GC storm");
        assertThat(Onsets.in(sound.slice(storm, storm + 1.7), 2600, 2900).instants().length)
                .isBetween(7, 10);
        assertThat(Bands.level(sound.slice(storm + 2.5, storm + 3), 2600, 2900))
                .as("too many to be told apart")
                .isGreaterThan(Bands.level(sound.slice(storm - 1, storm), 2600, 2900) + 6);
        double stop = start("Long stop-the-world pause");
        List<Holes.Hole> holes = Holes.in(sound.slice(stop, stop + 3), 0.2);
        assertThat(holes).hasSize(2);
        assertThat(holes.get(0).length()).isCloseTo(0.25, within(0.01));
        assertThat(holes.get(1).length()).isCloseTo(0.45, within(0.01));
        double burst = start("Error burst");
        assertThat(Onsets.in(sound.slice(burst, burst + 1.7), 3300, 6000).instants().length)
                .isGreaterThan(12);
        assertThat(Bands.level(sound.slice(burst + 2, burst + 3), 3500, 5500))
                .as("too many to be told apart")
                .isGreaterThan(Bands.level(sound.slice(burst - 1, burst), 3500, 5500) + 12);
    }

    @Test
    void whatIsHeardInHealth_isToldToo() {
        double ticks = start("Garbage collections of a healthy system");
        double[] onsets = Onsets.in(sound, 2600, 2900).instants();
        double first = Math.ceil(ticks * 2) / 2 - 0.01; // on each half second ends a collection of 10 ms
        for (double tick = first; tick < ticks + 1.9; tick += 0.5) {
            double expected = tick;
            assertThat(Arrays.stream(onsets)
                            .anyMatch(each -> Math.abs(each - expected) < 0.02)) // with the pulse's stroke, one
                    .as("a tick at %s s", tick)
                    .isTrue();
        }
        assertThat(start("What was wrong is over")).isGreaterThan(start("Disk saturation"));
        assertThat(start("All is well")).isBetween(sound.duration() - 2.5, sound.duration() - 1.5);
    }

    @Test
    void isNeverTooLoud_andDoesNotClick() {
        assertThat(TruePeak.dbtp(sound)).isLessThan(-3);
        assertThat(Loudness.maxMomentary(sound)).isLessThan(-16);
        assertThat(Clicks.in(sound)).isEmpty();
    }

    private double start(String caption) {
        Stream<String> lines = performance.lines().stream().filter(line -> line.contains(caption));
        return Double.parseDouble(lines.findFirst().orElseThrow().strip().split(" ")[0]);
    }

    private static boolean has(String line, Fault fault) {
        return line.toLowerCase(Locale.ROOT).contains("s  " + fault.title().toLowerCase(Locale.ROOT) + ":");
    }
}
