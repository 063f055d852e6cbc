package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.synth.Decibels;
import io.echotrace.synth.KWeighting;
import io.echotrace.synth.SlowSine;
import io.echotrace.timeline.Control;

/**
 * The crowd: up to six singers an octave below the ground, each with a vibrato, a tuning and a place of its own. All six
 * are 3.3 dB softer than the bed; two are 2.4 dB softer than six. Wide.
 */
final class Crowd implements Voice {
    private static final double[] VIBRATO_HZ = {5.7, 6.5, 5.1, 6.9, 5.4, 6.2};
    private static final double[] TUNING_CENTS = {-4, 6, 9, -11, -7, 12};
    private static final double[] PLACES = {-0.4, 0.4, 0.8, -0.8, 0.1, -0.1};
    private static final int MOST = PLACES.length;
    /** Keeps them from beginning in step. */
    private static final double APART_CYCLES = 0.382;

    private static final float SWING = (float) (ratio(45) - 1);
    private static final double LOUDEST = BedLevel.K_RMS * Decibels.toGain(-3.3) * softening(MOST);

    private final Singer[] singers = new Singer[MOST];
    private final double[] tunings = new double[MOST];
    private final SlowSine[] vibratos = new SlowSine[MOST];
    private final Block sum = new Block();
    private double groundHz;
    private double loudness;
    private boolean sounding;

    Crowd(int sampleRateHz) {
        for (int k = 0; k < MOST; k++) {
            singers[k] = new Singer(sampleRateHz, PLACES[k], k * APART_CYCLES);
            tunings[k] = ratio(TUNING_CENTS[k]);
            vibratos[k] = new SlowSine(sampleRateHz, k * APART_CYCLES % 1);
        }
    }

    @Override
    public void render(Scene scene, Block into) {
        double size = scene.controls().to(Control.CROWD_SIZE);
        double amplitude = size > 0 ? Score.way(scene.controls().to(Control.CROWD), 0, 1) : 0;
        if (amplitude == 0 && !sounding) {
            return;
        }
        sounding = amplitude > 0;
        level(scene.groundHz());
        sum.silence();
        double gain = amplitude * loudness * softening(size);
        double hz = scene.groundHz() / 2 * scene.speed();
        for (int k = 0; k < MOST; k++) {
            vibratos[k].advance(VIBRATO_HZ[k]);
            double sung = hz * tunings[k] * (1 + SWING * vibratos[k].value());
            singers[k].mix(sung, gain * Score.way(size, k, k + 1), sum);
        }
        float[] gains = scene.bedGains();
        for (int i = 0; i < Block.FRAMES; i++) {
            into.left()[i] += gains[i] * sum.left()[i];
            into.right()[i] += gains[i] * sum.right()[i];
        }
    }

    /** Makes them as loud at every pitch. */
    private void level(double newGroundHz) {
        if (newGroundHz != groundHz) {
            groundHz = newGroundHz;
            double power = 0;
            for (int i = 0; i < Singer.PARTIALS.length; i++) {
                power += KWeighting.power(Singer.PARTIALS[i], groundHz / 2 * (2 * i + 1));
            }
            loudness = LOUDEST / StrictMath.sqrt(power);
        }
    }

    /** Many singers are louder than few, but each of them is softer: by the fourth root of how many they are. */
    private static double softening(double size) {
        double whole = StrictMath.floor(StrictMath.min(MOST, size));
        double last = StrictMath.min(MOST, size) - whole; // adds the square of its gain
        return 1 / StrictMath.sqrt(StrictMath.sqrt(StrictMath.max(1, whole + last * last)));
    }

    private static double ratio(double cents) {
        return StrictMath.exp(StrictMath.log(2) * cents / 1200);
    }
}
