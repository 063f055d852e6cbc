package io.echotrace.voice;

import io.echotrace.ear.Recording;
import io.echotrace.synth.Block;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;

/**
 * A timeline and the renderer that plays it, without anything that measures: targets and cues are written by hand.
 * Begins with the healthy bed, at 30 % of the pitch and half the body.
 */
final class Stage {
    /** From here on the start fade is over and every glide at rest. */
    static final double SETTLED_SECONDS = 4;

    private final Timeline timeline = new Timeline();
    private final Renderer renderer;
    private final Targets targets = new Targets();

    private Stage(int sampleRateHz, MixDesk desk) {
        renderer = new Renderer(timeline, sampleRateHz, desk, Renderer.START_FADE_SECONDS);
        with(Control.GROUND_PITCH, 0.3).with(Control.BODY_DB, -7).with(Control.PULSE_HZ, 3);
    }

    static Stage healthy() {
        return healthy(48_000);
    }

    static Stage healthy(int sampleRateHz) {
        return new Stage(sampleRateHz, new MixDesk(Mix.ALL));
    }

    static Stage healthy(MixDesk desk) {
        return new Stage(48_000, desk);
    }

    /** Changes a control from the next {@link #at} on. */
    Stage with(Control control, double value) {
        targets.set(control, value);
        return this;
    }

    /** Writes the controls as they are now for an instant. */
    Stage at(double seconds) {
        timeline.controls(nanos(seconds), targets);
        return this;
    }

    Stage cue(Cue.Kind kind, double atSeconds, double lengthSeconds, double levelDb) {
        timeline.cue(new Cue(kind, nanos(atSeconds), nanos(lengthSeconds), levelDb));
        return this;
    }

    /** Cues the hole of a stop, and the bend over the first part of it, the time to safepoint. */
    Stage stop(double atSeconds, double lengthSeconds, double syncSeconds) {
        timeline.cue(Cue.hole(nanos(atSeconds + syncSeconds), nanos(lengthSeconds - syncSeconds), nanos(syncSeconds)));
        return this;
    }

    Renderer renderer() {
        return renderer;
    }

    Timeline timeline() {
        return timeline;
    }

    /** Renders the next seconds. */
    Recording play(double seconds) {
        int frames = (int) Math.round(seconds * renderer.sampleRateHz());
        float[] left = new float[frames];
        float[] right = new float[frames];
        Block block = new Block();
        for (int i = 0; i < frames; i += Block.FRAMES) {
            renderer.render(block);
            int length = Math.min(Block.FRAMES, frames - i);
            System.arraycopy(block.left(), 0, left, i, length);
            System.arraycopy(block.right(), 0, right, i, length);
        }
        return Recording.of(renderer.sampleRateHz(), left, right);
    }

    /** The sound of the controls as they are now, once it is steady. */
    Recording steady(double seconds) {
        at(0);
        return play(SETTLED_SECONDS + seconds).slice(SETTLED_SECONDS, SETTLED_SECONDS + seconds);
    }

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }
}
