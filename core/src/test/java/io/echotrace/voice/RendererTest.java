package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Pitch;
import io.echotrace.ear.Recording;
import io.echotrace.synth.Block;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Timeline;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promises that a renderer makes to outputs. */
class RendererTest {
    @Test
    void sound_isTheSame_inEveryRender() {
        Recording first = busyScene().play(12);
        Recording second = busyScene().play(12);
        assertThat(second.channel(0)).isEqualTo(first.channel(0));
        assertThat(second.channel(1)).isEqualTo(first.channel(1));
    }

    @Test
    void sound_doesNotDependOnWhenTheTimelineWasWritten_withinWhatIsSealed() {
        Recording atOnce = cuedInAdvance(6);
        Stage stage = Stage.healthy();
        float[] left = new float[atOnce.frames()];
        Block block = new Block();
        double written = -0.1;
        while (stage.renderer().position() + Block.FRAMES <= atOnce.frames()) {
            if (stage.renderer().position() + Block.FRAMES > stage.renderer().sealedFrame()) {
                written += 0.1;
                write(stage, written);
                stage.timeline().seal(Math.round((written + 0.05) * 1e9));
            } else {
                int at = (int) stage.renderer().position();
                stage.renderer().render(block);
                System.arraycopy(block.left(), 0, left, at, Block.FRAMES);
            }
        }
        assertThat(left).startsWith(Arrays.copyOf(atOnce.channel(0), 5 * 48_000));
    }

    @Test
    void rendering_allocatesNothing() {
        Stage stage = busyScene();
        Renderer renderer = stage.renderer();
        Block block = new Block();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        for (int i = 0; i < 3_000; i++) {
            renderer.render(block);
        }
        long empty = allocatedBetween(threads, self, () -> {});
        long rendering = allocatedBetween(threads, self, () -> {
            for (int i = 0; i < 6_000; i++) {
                renderer.render(block);
            }
        });
        assertThat(rendering).isEqualTo(empty);
    }

    @Test
    void position_movesOnByBlocks_andSkipsWithoutSound() {
        Renderer renderer = new Renderer(new Timeline(), 24_000);
        renderer.render(new Block());
        assertThat(renderer.position()).isEqualTo(Block.FRAMES);
        renderer.skipTo(6_400);
        assertThat(renderer.position()).isEqualTo(6_400);
        renderer.render(new Block());
        assertThat(renderer.position()).isEqualTo(6_400 + Block.FRAMES);
    }

    @Test
    void shiftInTime_isNotHeard() {
        Stage stage = Stage.healthy().at(0);
        List<Recording> parts = new ArrayList<>(List.of(stage.play(6)));
        for (long shift : List.of(2_880, -2_880, 48_000, -128)) {
            stage.renderer().skipTo(stage.renderer().position() + shift);
            parts.add(stage.play(0.8));
        }
        assertThat(Clicks.in(joined(parts))).isEmpty();
    }

    @Test
    void resumedSound_isThatOfTheTargetsThatHold_withoutWhatIsOver() {
        Recording quiet = resumedAfter(Stage.healthy());
        Recording eventful = resumedAfter(
                Stage.healthy().cue(Cue.Kind.WOOD_BLOCK, 9.5, 0.1, 6).cue(Cue.Kind.THUD, 9.6, 0.3, 6));
        assertThat(eventful.channel(0)).isEqualTo(quiet.channel(0));
        assertThat(Pitch.f0(quiet.slice(0.4, 1.4))).isCloseTo(200 * Math.pow(4, 0.8), within(1.0));
        assertThat(Clicks.in(quiet)).isEmpty();
    }

    private static Recording resumedAfter(Stage stage) {
        stage.with(Control.GROUND_PITCH, 0.8).at(9.7);
        Renderer renderer = Renderer.resumed(stage.timeline(), 48_000, new MixDesk(Mix.ALL));
        renderer.skipTo(10 * 48_000);
        float[] left = new float[564 * Block.FRAMES];
        Block block = new Block();
        for (int i = 0; i < left.length; i += Block.FRAMES) {
            renderer.render(block);
            System.arraycopy(block.left(), 0, left, i, Block.FRAMES);
        }
        return Recording.of(48_000, left);
    }

    private static Recording joined(List<Recording> parts) {
        float[] left = new float[parts.stream().mapToInt(Recording::frames).sum()];
        int at = 0;
        for (Recording part : parts) {
            System.arraycopy(part.channel(0), 0, left, at, part.frames());
            at += part.frames();
        }
        return Recording.of(48_000, left);
    }

    @Test
    void sealedFrame_staysBehindTheTimeline_byTheLookAhead() {
        Timeline timeline = new Timeline();
        Renderer renderer = new Renderer(timeline, 48_000);
        assertThat(renderer.sealedFrame()).isZero();
        timeline.seal(1_000_000_000L);
        assertThat(renderer.sealedFrame()).isEqualTo(48_000 - 2 * Block.FRAMES);
    }

    @Test
    void sampleRates_outsideTheRange_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Renderer(new Timeline(), 8_000));
        assertThatIllegalArgumentException().isThrownBy(() -> new Renderer(new Timeline(), 96_000));
    }

    @Test
    void targets_thatAreNoNumbers_changeNothing() {
        Recording expected = Stage.healthy().at(0).play(2);
        Stage stage = Stage.healthy().at(0).with(Control.GROUND_PITCH, Double.NaN);
        assertThat(stage.at(0.5).play(2).channel(0)).isEqualTo(expected.channel(0));
    }

    private static Stage busyScene() {
        Stage stage = Stage.healthy();
        SceneHash.write(stage.timeline());
        return stage;
    }

    private static Recording cuedInAdvance(double seconds) {
        Stage stage = Stage.healthy();
        for (double at = 0; at < seconds; at += 0.1) {
            write(stage, at);
        }
        return stage.play(seconds);
    }

    private static void write(Stage stage, double at) {
        int row = (int) Math.round(at * 10);
        stage.with(Control.GROUND_PITCH, row % 7 / 7.0).with(Control.FIFTH_TENSION, row % 5 / 6.0);
        stage.at(row / 10.0);
        if (row % 6 == 0) {
            stage.cue(Cue.Kind.WOOD_BLOCK, row / 10.0 + 0.003, 0.05, 3);
        }
        if (row % 20 == 15) {
            stage.cue(Cue.Kind.HOLE, row / 10.0 - 0.04, 0.07, 0);
        }
        stage.timeline().cue(Cue.sparks(Math.round((row / 10.0 + 0.06) * 1e9), 250_000_000L, 1 + row % 9, 3));
    }

    private static long allocatedBetween(ThreadMXBean threads, long thread, Runnable work) {
        long before = threads.getThreadAllocatedBytes(thread);
        work.run();
        return threads.getThreadAllocatedBytes(thread) - before;
    }
}
