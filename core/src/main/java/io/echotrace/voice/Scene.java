package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Decibels;
import io.echotrace.synth.Phase;
import io.echotrace.synth.Ramp;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * What all voices of a renderer share while they make one block: the controls, the pitch of the ground, and the gain of
 * the bed. One audio thread's own.
 */
final class Scene {
    private static final double LOWEST_HZ = 200;
    private static final double OCTAVES_IN_NEPERS = StrictMath.log(4);

    private final FrameClock clock;
    private final Bend bend;
    private final ControlGlides controls;
    private final Phase phase;
    private final float[] cycles = new float[Block.FRAMES];
    private final @Nullable Phase lowPhase;
    private final float[] lowCycles = new float[Block.FRAMES];
    private final float[] bedGains = new float[Block.FRAMES];
    private final Tremolo tremolo;
    private double pitch = Double.NaN;
    private double groundHz = LOWEST_HZ;
    private double speed = 1;
    private double bodyDb = Double.NaN;
    private double bedGain;

    /** @param low whether the chord is an octave below the ground's pitch */
    Scene(Timeline timeline, FrameClock clock, Bend bend, boolean low) {
        this.clock = clock;
        this.bend = bend;
        controls = new ControlGlides(timeline, clock);
        phase = new Phase(clock.sampleRateHz());
        lowPhase = low ? new Phase(clock.sampleRateHz()) : null;
        tremolo = new Tremolo(clock.sampleRateHz());
    }

    /** Moves on to the block that begins at a frame. */
    void advance(long frame, boolean inaudible) {
        controls.advance(frame, inaudible);
        movePitch(Score.way(controls.to(Control.GROUND_PITCH), 0, 1));
        speed = bend.speed(frame + Block.FRAMES);
        phase.render(groundHz / 2 * speed, cycles);
        if (lowPhase != null) {
            lowPhase.render(groundHz / 4 * speed, lowCycles);
        }
        double before = gainOf(controls.from(Control.BODY_DB) + controls.from(Control.HIDING_DB));
        double after = gainOf(controls.to(Control.BODY_DB) + controls.to(Control.HIDING_DB));
        Ramp.render((float) before, (float) after, bedGains);
        tremolo.apply(controls.from(Control.BODY_TENSION), controls.to(Control.BODY_TENSION), bedGains);
    }

    int sampleRateHz() {
        return clock.sampleRateHz();
    }

    ControlGlides controls() {
        return controls;
    }

    /** Frequency of the ground at the block's end, as the controls say: what levels and timbre follow. */
    double groundHz() {
        return groundHz;
    }

    /** How fast tones run at the block's end: 1, and less in a {@link Bend}, which slows them like a tape. */
    double speed() {
        return speed;
    }

    /**
     * Phase of half the ground's frequency in each frame, in cycles, bends included: all tones of the bed are harmonics of
     * it, so that they never drift against each other.
     */
    float[] cycles() {
        return cycles;
    }

    /** Frequency of the chord's root: the ground's, or an octave below it. */
    double chordHz() {
        return lowPhase == null ? groundHz : groundHz / 2;
    }

    /** As {@link #cycles}, for half of the chord's root. */
    float[] chordCycles() {
        return lowPhase == null ? cycles : lowCycles;
    }

    /** Gain of the bed in each frame, tremolo included. */
    float[] bedGains() {
        return bedGains;
    }

    /** Gain of the bed at the block's end, without tremolo: what the levels of cues refer to. */
    double bedGain() {
        return bedGain;
    }

    private void movePitch(double newPitch) {
        if (newPitch != pitch) {
            pitch = newPitch;
            groundHz = LOWEST_HZ * StrictMath.exp(OCTAVES_IN_NEPERS * newPitch);
        }
    }

    private double gainOf(double db) {
        if (db != bodyDb) {
            bodyDb = db;
            bedGain = Decibels.toGain(StrictMath.min(0, db));
        }
        return bedGain;
    }
}
