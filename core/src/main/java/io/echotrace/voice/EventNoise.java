package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.KWeighting;
import io.echotrace.synth.NarrowNoise;
import io.echotrace.synth.Ramp;
import io.echotrace.timeline.Control;

/**
 * Events too many to be told apart: narrow noise in the band of their single sounds, however many there are. An amplitude
 * of 1, the most, is as loud as the bed at its present gain. Centre.
 */
final class EventNoise implements Voice {
    private final Control control;
    private final double hz;
    private final double amplitude;
    private final NarrowNoise noise;
    private final float[] samples = new float[Block.FRAMES];
    private float gain;

    private EventNoise(int sampleRateHz, Control control, double hz, int seed) {
        this.control = control;
        this.hz = hz;
        amplitude = BedLevel.K_RMS / KWeighting.gain(hz);
        noise = new NarrowNoise(sampleRateHz, hz, seed);
    }

    /** Strokes of the {@link WoodBlock}, which are between 2.6 and 2.9 kHz. */
    static EventNoise rattle(int sampleRateHz) {
        return new EventNoise(sampleRateHz, Control.RATTLE, 2_750, 0x4A77_1E);
    }

    /** The lower parts of {@link Sparks}, from 3.5 to 3.9 kHz. */
    static EventNoise crackle(int sampleRateHz) {
        return new EventNoise(sampleRateHz, Control.CRACKLE, 3_700, 0xC4AC_C1E);
    }

    /** Their upper parts. */
    static EventNoise highCrackle(int sampleRateHz) {
        return new EventNoise(sampleRateHz, Control.CRACKLE_HIGH, 5_000, 0xC4AC_C1F);
    }

    @Override
    public void render(Scene scene, Block into) {
        double level = Score.way(scene.controls().to(control), 0, 1);
        float next = (float) (level * amplitude * scene.bedGain());
        if (next == 0 && gain == 0) {
            return;
        }
        noise.render(hz, samples);
        Ramp.mix(samples, gain, next, into.left());
        Ramp.mix(samples, gain, next, into.right());
        gain = next;
    }
}
