package io.echotrace.voice;

import io.echotrace.anomaly.Scores;
import io.echotrace.ear.Recording;
import io.echotrace.mapping.Mapper;
import io.echotrace.mapping.SoundTable;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Rows;
import io.echotrace.synth.Block;
import io.echotrace.timeline.Timeline;
import java.util.Collections;

/** A run of any length whose rows are given, ten a second, mapped and rendered piece by piece as it goes on. */
final class PlayedRun {
    static final double INTERVAL = 0.1;

    private static final int SAMPLE_RATE = 24_000;

    private final Timeline timeline = new Timeline();
    private final Mapper mapper = new Mapper(
            new SoundTable(
                    Metrics.PROCESS_CPU,
                    SoundTable.NETWORK_MAX,
                    SoundTable.METHODS_MAX,
                    CallMetrics.ofAll(),
                    false,
                    false),
            timeline);
    private final Renderer renderer =
            new Renderer(timeline, SAMPLE_RATE, new MixDesk(Mix.ALL), Renderer.START_FADE_SECONDS);
    private final Rows rows = Rows.ofCatalogue();
    private final Measured measured;
    private final Block block = new Block();
    private long count;

    PlayedRun(Measured measured) {
        this.measured = measured;
    }

    /** The next whole seconds. */
    Recording play(int seconds) {
        float[] left = new float[seconds * SAMPLE_RATE];
        float[] right = new float[left.length];
        for (int from = 0; from < left.length; from += Block.FRAMES) {
            renderNext();
            int length = Math.min(Block.FRAMES, left.length - from);
            System.arraycopy(block.left(), 0, left, from, length);
            System.arraycopy(block.right(), 0, right, from, length);
        }
        return Recording.of(SAMPLE_RATE, left, right);
    }

    /** Goes on without keeping what is heard. */
    void skip(int seconds) {
        for (long end = renderer.position() + (long) seconds * SAMPLE_RATE; renderer.position() < end; ) {
            renderNext();
        }
    }

    private void renderNext() {
        while (renderer.position() + Block.FRAMES > renderer.sealedFrame()) {
            double now = ++count * INTERVAL;
            measured.measure(now, rows);
            mapper.map(rows.at(now), Scores.NONE, Collections.emptyList());
        }
        renderer.render(block);
    }

    /** What is measured. */
    interface Measured {
        /** Sets what has changed by now, and adds what has happened since the row before. */
        void measure(double seconds, Rows rows);
    }
}
