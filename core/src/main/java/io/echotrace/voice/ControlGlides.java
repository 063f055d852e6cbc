package io.echotrace.voice;

import io.echotrace.synth.Glide;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Timeline;

/**
 * The controls as the voices see them: the targets that are due, and where the glides towards them stand at both ends of
 * a block. One audio thread's own; allocates nothing after construction.
 */
final class ControlGlides {
    private static final Control[] CONTROLS = Control.values();

    private final Timeline.Reader reader;
    private final FrameClock clock;
    private final Glide[] glides = new Glide[CONTROLS.length];
    private final double[] targets = new double[CONTROLS.length];
    private final double[] from = new double[CONTROLS.length];
    private final double[] to = new double[CONTROLS.length];
    private boolean waiting;
    private boolean targeted;

    ControlGlides(Timeline timeline, FrameClock clock) {
        this.reader = timeline.reader();
        this.clock = clock;
        for (Control control : CONTROLS) {
            int i = index(control);
            glides[i] = new Glide(control.initial(), control.glideSeconds(), clock.sampleRateHz());
            targets[i] = control.initial();
            from[i] = control.initial();
            to[i] = control.initial();
        }
    }

    /**
     * Moves on to the block that begins at a frame.
     *
     * @param inaudible whether nothing is heard yet: the first targets are then taken over at once
     */
    void advance(long frame, boolean inaudible) {
        boolean first = !targeted;
        takeDue(frame);
        boolean jump = first && targeted && inaudible;
        for (int i = 0; i < CONTROLS.length; i++) {
            if (jump) {
                glides[i].jump(targets[i]);
            }
            from[i] = jump ? targets[i] : to[i];
            to[i] = glides[i].advance(targets[i]);
        }
    }

    /** The value at the block's start. */
    double from(Control control) {
        return from[index(control)];
    }

    /** The value at the block's end. */
    double to(Control control) {
        return to[index(control)];
    }

    /** The value that the glide moves to. */
    double target(Control control) {
        return targets[index(control)];
    }

    private void takeDue(long frame) {
        while (waiting || reader.advance()) {
            waiting = reader.cue() == null && clock.frameAt(reader.atNanos()) > frame;
            if (waiting) {
                return; // the reader stays on this entry until it is due
            }
            if (reader.cue() == null) {
                take();
            }
        }
    }

    private void take() {
        targeted = true;
        for (Control control : CONTROLS) {
            double target = reader.target(control);
            if (!Double.isNaN(target)) { // one NaN would stay in the glide for ever
                targets[index(control)] = target;
            }
        }
    }

    @SuppressWarnings("EnumOrdinal") // an index within one run of one version, never stored
    private static int index(Control control) {
        return control.ordinal();
    }
}
