package io.echotrace.judge;

import io.echotrace.anomaly.Scores;
import io.echotrace.ear.Recording;
import io.echotrace.mapping.Mapper;
import io.echotrace.synth.Block;
import io.echotrace.timeline.Timeline;
import io.echotrace.voice.Renderer;

/**
 * Records a scene: maps all of it, and renders its last half minute. The renderer joins late, as an output does that was
 * away, long before the fault and long enough for all that glides to be at rest.
 */
final class Studio {
    static final double CLIP_SECONDS = 12;

    private static final int SAMPLE_RATE = 24_000;
    private static final double REHEARSAL_SECONDS = 20;

    private final Timeline timeline = new Timeline();
    private final Mapper mapper;
    private final Scene scene;
    private final Register register;
    private double now;
    private double foundAt = Double.NaN;

    private Studio(Scene scene, Register register) {
        this.scene = scene;
        this.register = register;
        mapper = new Mapper(register.table(), timeline);
    }

    /**
     * Twelve seconds of stereo sound at 24 kHz.
     *
     * @param delay seconds from the row in which the fault is found to the clip's beginning, at most 2
     */
    static Recording record(Scene scene, Register register, double delay) {
        return new Studio(scene, register).record(delay);
    }

    private Recording record(double delay) {
        while (now < scene.faultySeconds() - REHEARSAL_SECONDS) {
            step();
        }
        Renderer renderer = Renderer.resumed(timeline, SAMPLE_RATE, register.desk());
        renderer.skipTo(renderer.sealedFrame());
        while (Double.isNaN(foundAt)) {
            step();
            play(renderer, new Take(Long.MAX_VALUE, 0));
        }
        // What is rendered stays half a second behind the rows, so the first frame is still to come.
        Take take = new Take(Math.round((foundAt + delay) * SAMPLE_RATE), (int) (CLIP_SECONDS * SAMPLE_RATE));
        while (renderer.position() < take.end()) {
            step();
            play(renderer, take);
        }
        return Recording.of(SAMPLE_RATE, take.left, take.right);
    }

    private void step() {
        Scene.Step step = scene.next();
        mapper.map(step.row(), Scores.NONE, step.findings());
        now = step.row().atNanos() / 1e9;
        if (Double.isNaN(foundAt) && now >= scene.faultySeconds()) {
            foundAt = now;
        }
    }

    private void play(Renderer renderer, Take take) {
        Block block = new Block();
        while (renderer.position() + Block.FRAMES <= renderer.sealedFrame()) {
            long start = renderer.position();
            renderer.render(block);
            take.keep(start, block);
        }
    }

    /** The frames that are kept. */
    private static final class Take {
        final long start;
        final float[] left;
        final float[] right;

        Take(long start, int frames) {
            this.start = start;
            left = new float[frames];
            right = new float[frames];
        }

        long end() {
            return start + left.length;
        }

        void keep(long at, Block block) {
            for (int i = 0; i < Block.FRAMES; i++) {
                int into = (int) (at + i - start);
                if (into >= 0 && into < left.length) {
                    left[into] = block.left()[i];
                    right[into] = block.right()[i];
                }
            }
        }
    }
}
