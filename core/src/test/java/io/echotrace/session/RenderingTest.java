package io.echotrace.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echotrace.anomaly.Scorer;
import io.echotrace.ear.Recording;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.metric.Rows;
import io.echotrace.output.WavTags;
import io.echotrace.output.WavWriter;
import io.echotrace.timeline.Timeline;
import io.echotrace.voice.Renderer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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

    private File wav() {
        return folder.resolve("rows.wav").toFile();
    }
}
