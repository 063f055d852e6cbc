package io.echotrace.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.anomaly.Scorer;
import io.echotrace.ear.Holes;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Pitch;
import io.echotrace.ear.Recording;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.Rows;
import io.echotrace.output.Captions;
import io.echotrace.output.WavTags;
import io.echotrace.output.WavWriter;
import io.echotrace.timeline.Timeline;
import io.echotrace.voice.Renderer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderingTest {
    @TempDir
    Path folder;

    @Test
    void rows_becomeSoundUpToTheLastOfThem() throws IOException {
        Rows rows = Rows.ofCatalogue().set(Metrics.PROCESS_CPU, 0.5);
        List<Row> series = List.of(rows.at(0), rows.at(1), rows.at(2.5));
        RenderedSound sound = new Rendering(SoundOptions.DEFAULT.withWav(16_000, 1))
                .render(rows.metrics(), series.iterator(), "three rows", wav(), seconds -> {});
        Recording recording = Recording.of(sound.files().get(0));
        assertThat(recording.duration()).isEqualTo(2.5);
        assertThat(recording.sampleRate()).isEqualTo(16_000);
        assertThat(recording.channelCount()).isEqualTo(1);
        assertThat(Captions.beside(wav()))
                .as("captions, where nothing is found")
                .doesNotExist();
    }

    @Test
    void whatIsFoundOrMarked_standsBesideIt_asCaptions() throws IOException {
        Rows rows = Rows.ofCatalogue();
        List<Row> series = new ArrayList<>();
        for (int i = 0; i <= 300; i++) {
            if (i == 251) {
                rows.occurs(new Occurrence(Occurrence.Kind.MARKER, 25_000_000_000L, 0, "half load"));
            }
            series.add(rows.set(Metrics.PROCESS_CPU, i >= 100 && i < 200 ? 0.97 : 0.3)
                    .at(i / 10.0));
        }
        new Rendering(SoundOptions.DEFAULT.withWav(16_000, 1))
                .render(rows.metrics(), series.iterator(), "load", wav(), seconds -> {});
        assertThat(Files.readAllLines(Captions.beside(wav()).toPath()))
                .containsExactly(
                        "WEBVTT",
                        "",
                        "00:00:10.000 --> 00:00:19.900",
                        "CPU saturation: 97 % of the CPU it may use",
                        "",
                        "00:00:25.000 --> 00:00:28.000",
                        "Marker: half load");
    }

    @Test
    void csvWithoutRows_isRefused_andNothingIsWritten() throws IOException {
        Path csv = Files.writeString(folder.resolve("empty.csv"), "time_s,process.cpu.utilization\n");
        assertThatThrownBy(() -> new Rendering(SoundOptions.DEFAULT).render(csv.toFile(), wav(), seconds -> {}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no rows");
        assertThat(wav()).doesNotExist();
    }

    @Test
    @Timeout(10)
    void recorderThatWakesAfterTheLastRow_writesNoFurtherThanTheEnd() throws IOException {
        Rows rows = Rows.ofCatalogue();
        Timeline timeline = new Timeline();
        Renderer renderer = new Renderer(timeline, 24_000);
        Pipeline pipeline = new Pipeline(new Scorer(rows.metrics()), SoundOptions.DEFAULT.table(), timeline);
        try (WavWriter writer = new WavWriter(wav(), renderer, 2, WavTags.none())) {
            pipeline.accept(rows.at(0));
            Moment latest = pipeline.accept(rows.at(2));
            pipeline.finish(latest);
            writer.writeSealed();
            assertThat(renderer.position()).isBetween(47_000L, 48_000L);
            writer.finish(2_000_000_000L);
        }
        assertThat(Recording.of(wav()).frames()).isEqualTo(48_000);
    }

    /** Ten minutes in one: half of them low, half of them high, with a stop of a second in the midst. */
    @Test
    void series_isPlayedTenTimesFaster_withItsPitchAndPulse() throws IOException {
        Rows rows = Rows.ofCatalogue().set(Metrics.NETWORK_RECEIVE, 1e6).set(Metrics.NETWORK_TRANSMIT, 0);
        List<Row> series = new ArrayList<>();
        for (int i = 0; i <= 6000; i++) {
            if (i == 3000) {
                rows.stops(299, 1, "safepoint sync=0.001");
            }
            if (i <= 2990 || i >= 3000) { // the probes stand still as well
                series.add(rows.set(Metrics.PROCESS_CPU, i < 3000 ? 0.25 : 0.75).at(i / 10.0));
            }
        }
        RenderedSound sound = new Rendering(SoundOptions.DEFAULT)
                .speed(10)
                .render(rows.metrics(), series.iterator(), "ten times faster", wav(), seconds -> {});
        assertThat(sound.seconds()).isEqualTo(60);
        Recording recording = Recording.of(sound.files().get(0));
        assertThat(recording.duration()).isEqualTo(60);
        assertThat(Pitch.f0(recording.slice(10, 25))).isCloseTo(200 * Math.pow(4, 0.25), within(1.0));
        assertThat(Pitch.f0(recording.slice(35, 55))).isCloseTo(200 * Math.pow(4, 0.75), within(2.0));
        assertThat(Onsets.in(recording.slice(10, 25), 900, 3200).rate()).isCloseTo(3.17, within(0.1));
        assertThat(Holes.in(recording.slice(5, 60), 0.05)).singleElement().satisfies(hole -> {
            assertThat(hole.start()).isCloseTo(24.9, within(0.01));
            assertThat(hole.length()).isCloseTo(0.1, within(0.01));
        });
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.09, 3601, Double.NaN})
    void speed_thatIsNone_isRefused(double speed) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rendering(SoundOptions.DEFAULT).speed(speed))
                .withMessageContaining("0.1…3600");
    }

    private File wav() {
        return folder.resolve("rows.wav").toFile();
    }
}
