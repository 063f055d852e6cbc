package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.timeline.Control;

/**
 * The pulse, whose rate is the traffic. At high rates each stroke is quieter, so that the rate does not change the
 * loudness; but a flood, eight to ten a second, is struck at least as hard as the slowest beats. The strokes of a pulse that
 * staggers drag. While something is lost, each beat comes with a breath.
 */
final class Pulse implements Voice {
    /** Peak of a stroke over the bed at one a second: 3 dB. */
    private static final double PEAK = 1.41;

    private static final double FASTEST_HZ = 10;
    private static final double MOST_STAGGER = 0.3;

    private static final double SLOWEST_FLOOD_HZ = 8;
    /** Peak of a stroke of the worst flood over the bed: 6 dB. */
    private static final double HARDEST = 2;
    /** Softer than anything that is told: what is left of a flood or a loss that is over. */
    private static final double OVER = 0.005;
    /** Breaths a second where there is no beat for them to come with. */
    private static final double LONE_BREATHS_HZ = 1;

    private final Beat beat;
    private final PulseTone tone;
    private final Breath breath;

    Pulse(int sampleRateHz) {
        beat = new Beat(sampleRateHz);
        tone = new PulseTone(sampleRateHz);
        breath = new Breath(sampleRateHz);
    }

    @Override
    public void render(Scene scene, Block into) {
        ControlGlides controls = scene.controls();
        double flood = present(controls.to(Control.PULSE_FLOOD));
        double loss = present(controls.to(Control.PULSE_LOSS));
        strike(controls, StrictMath.max(trafficHz(controls), floodHz(flood)), flood, loss);
        tone.mix(scene, into);
        breath.mix(scene, into);
    }

    private void strike(ControlGlides controls, double toneHz, double flood, double loss) {
        double hz = toneHz == 0 && loss > 0 ? LONE_BREATHS_HZ : toneHz;
        if (hz == 0) {
            return;
        }
        double stagger = Score.way(controls.to(Control.PULSE_STAGGER), 0, MOST_STAGGER);
        int frame = beat.advance(hz, stagger * MOST_STAGGER);
        if (frame == Beat.NONE) {
            return;
        }
        if (toneHz > 0) {
            tone.strike(frame, level(toneHz, flood), flood > 0 ? HARDEST : PEAK, stagger);
        }
        if (loss > 0) {
            breath.strike(frame, loss);
        }
    }

    private static double trafficHz(ControlGlides controls) {
        double target = controls.target(Control.PULSE_HZ);
        if (target <= 0) {
            return 0;
        }
        // from none the rate does not glide: there is no beat yet that could jump
        double gliding = controls.from(Control.PULSE_HZ) < 1 ? target : controls.to(Control.PULSE_HZ);
        return StrictMath.min(FASTEST_HZ, gliding);
    }

    private static double floodHz(double flood) {
        return flood == 0 ? 0 : SLOWEST_FLOOD_HZ + (FASTEST_HZ - SLOWEST_FLOOD_HZ) * flood;
    }

    private static double level(double hz, double flood) {
        double ordinary = PEAK / StrictMath.sqrt(StrictMath.sqrt(hz));
        return ordinary + (HARDEST - ordinary) * flood;
    }

    private static double present(double amplitude) {
        return amplitude < OVER ? 0 : StrictMath.min(1, amplitude);
    }
}
