package io.echotrace.voice;

import io.echotrace.synth.BandNoise;
import io.echotrace.synth.Block;
import io.echotrace.synth.Decibels;
import io.echotrace.synth.Phase;
import io.echotrace.synth.Ramp;
import io.echotrace.synth.Sine;
import io.echotrace.timeline.Control;

/**
 * The floor: low noise while the disk is busy, up to 12 dB under the bed, K-weighted as all levels. When it grinds, all of
 * it comes in 27 gusts a second, at a level that the grinding alone decides, and something of them is heard
 * from 300 to 600 Hz too, for loudspeakers that play nothing lower. Centre.
 */
final class Floor implements Voice {
    private static final double LOUDEST = Decibels.toGain(-12);
    private static final double LOUDEST_GRIND = Decibels.toGain(-4);
    /** Level of the second band of the grinding. */
    private static final double LOUDEST_RASP = Decibels.toGain(-9);

    private static final double RASP_LOW_HZ = 300;
    private static final double RASP_HIGH_HZ = 600;
    private static final double GUSTS_HZ = 27;
    /** RMS of a gust's shape, sin⁴, over its period. */
    private static final double GUST_RMS = StrictMath.sqrt(35 / 128.0);
    /** The grinding at which nothing of the steady floor is left: that of a finding that is known and as weak as can be. */
    private static final double ALL_GRINDS = 0.02;

    private final FloorNoise noise;
    private final BandNoise rasp;
    private final double raspGain;
    private final Phase gusts;
    private final float[] cycles = new float[Block.FRAMES];
    private final float[] gate = new float[Block.FRAMES];
    private final float[] gains = new float[Block.FRAMES];
    private final float[] samples = new float[Block.FRAMES];

    Floor(int sampleRateHz) {
        noise = new FloorNoise(sampleRateHz);
        rasp = new BandNoise(sampleRateHz, RASP_LOW_HZ, RASP_HIGH_HZ, 0x0F10_0D03);
        raspGain = LOUDEST_RASP / LOUDEST_GRIND * FloorNoise.asLoudAsTheBed(RASP_LOW_HZ, RASP_HIGH_HZ);
        gusts = new Phase(sampleRateHz);
    }

    @Override
    public void render(Scene scene, Block into) {
        ControlGlides controls = scene.controls();
        double grindFrom = grind(controls.from(Control.FLOOR_GRIND));
        double grindTo = grind(controls.to(Control.FLOOR_GRIND));
        double from = steady(controls.from(Control.FLOOR_LEVEL), controls.from(Control.FLOOR_GRIND));
        double to = steady(controls.to(Control.FLOOR_LEVEL), controls.to(Control.FLOOR_GRIND));
        boolean grinds = grindFrom > 0 || grindTo > 0;
        if (!grinds && from == 0 && to == 0) {
            return;
        }
        Ramp.render((float) from, (float) to, gains);
        if (grinds) {
            renderGate(grindFrom, grindTo);
        }
        noise.render(controls.to(Control.FLOOR_BRIGHTNESS), samples);
        add(1, gains, scene.bedGains(), into);
        if (grinds) {
            rasp.render(samples);
            add((float) raspGain, gate, scene.bedGains(), into);
        }
    }

    /** Makes the gusts, and adds them to the gains of the floor. */
    private void renderGate(double from, double to) {
        gusts.render(GUSTS_HZ, cycles);
        Sine.render(cycles, 0.25f, gate);
        for (int i = 0; i < Block.FRAMES; i++) {
            float half = 0.5f - 0.5f * gate[i];
            gate[i] = half * half;
        }
        Ramp.scale((float) from, (float) to, gate);
        for (int i = 0; i < Block.FRAMES; i++) {
            gains[i] += gate[i];
        }
    }

    private void add(float gain, float[] shape, float[] bedGains, Block into) {
        for (int i = 0; i < Block.FRAMES; i++) {
            float sample = gain * samples[i] * shape[i] * bedGains[i];
            into.left()[i] += sample;
            into.right()[i] += sample;
        }
    }

    private static double grind(double amplitude) {
        return LOUDEST_GRIND / GUST_RMS * Score.way(amplitude, 0, 1);
    }

    private static double steady(double level, double grind) {
        return LOUDEST * Score.way(level, 0, 1) * (1 - Score.way(grind, 0, ALL_GRINDS));
    }
}
