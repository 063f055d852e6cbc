package io.echotrace.sound;

import io.echotrace.synth.Block;
import io.echotrace.synth.Phase;
import io.echotrace.synth.RandomNumbers;
import io.echotrace.synth.Sine;

/**
 * Makes single sounds: tones, chords, pulsing tones and noise. Each begins and ends with a fade of 10 ms and clicks
 * nowhere; the same arguments give the same samples on every JDK. Computed at once in the caller's thread, some hundred
 * times faster than it sounds. Immutable, thread-safe.
 *
 * <p>For all of them: the duration is in seconds, at most {@value #LONGEST_SECONDS}; the amplitude is the largest that a
 * sample may have, 0…1; frequencies are in hertz and below half the sample rate. Anything else is an {@link
 * IllegalArgumentException} that names what is wrong.
 */
public final class Sounds {
    /** Longer sounds would need hundreds of megabytes. */
    public static final int LONGEST_SECONDS = 600;

    private static final int USUAL_RATE_HZ = 48_000;
    private static final int LOWEST_RATE_HZ = 16_000;
    private static final int HIGHEST_RATE_HZ = 48_000;
    /** Root, major third and fifth in just intonation. */
    private static final double[] TRIAD = {1, 5 / 4.0, 3 / 2.0};

    private static final int SEED = 0x5EED;

    private final int sampleRateHz;

    /** Sounds of 48 000 samples a second. */
    public Sounds() {
        this(USUAL_RATE_HZ);
    }

    /** @param sampleRateHz 16 000…48 000 */
    public Sounds(int sampleRateHz) {
        require("sample rate", sampleRateHz, LOWEST_RATE_HZ, HIGHEST_RATE_HZ);
        this.sampleRateHz = sampleRateHz;
    }

    /** A pure tone. */
    public Sound tone(double hz, double seconds, double amplitude) {
        return chord(hz, seconds, amplitude, 1);
    }

    /**
     * Pure tones together, all equally strong.
     *
     * @param ratios each tone's frequency as a multiple of the root's; with none, root, major third and fifth in just
     *     intonation: 1, 5/4, 3/2
     */
    public Sound chord(double rootHz, double seconds, double amplitude, double... ratios) {
        float[] samples = silence(seconds, amplitude);
        double[] tones = ratios.length == 0 ? TRIAD : ratios;
        for (double ratio : tones) {
            addTone(rootHz * ratio, (float) (amplitude / tones.length), samples);
        }
        return faded(samples);
    }

    /** A tone that swells from silence and fades back into it so many times a second. */
    public Sound pulse(double hz, double pulsesPerSecond, double seconds, double amplitude) {
        require("pulse rate in hertz", pulsesPerSecond, 0, hz);
        float[] samples = silence(seconds, amplitude);
        addTone(hz, (float) amplitude, samples);
        Phase phase = new Phase(sampleRateHz);
        float[] cycles = new float[Block.FRAMES];
        float[] swing = new float[Block.FRAMES];
        for (int start = 0; start < samples.length; start += Block.FRAMES) {
            phase.render(pulsesPerSecond, cycles);
            Sine.render(cycles, -0.25f, swing);
            for (int i = 0; i < StrictMath.min(Block.FRAMES, samples.length - start); i++) {
                samples[start + i] *= 0.5f + 0.5f * swing[i];
            }
        }
        return faded(samples);
    }

    /** White noise, always the same. */
    public Sound noise(double seconds, double amplitude) {
        float[] samples = silence(seconds, amplitude);
        RandomNumbers random = new RandomNumbers(SEED);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) amplitude * random.next();
        }
        return faded(samples);
    }

    private void addTone(double hz, float amplitude, float[] to) {
        if (!(hz > 0 && hz < sampleRateHz / 2.0)) {
            throw new IllegalArgumentException(
                    "frequency must be above 0 and below " + sampleRateHz / 2 + " Hz, is " + hz);
        }
        Phase phase = new Phase(sampleRateHz);
        float[] cycles = new float[Block.FRAMES];
        float[] sine = new float[Block.FRAMES];
        for (int start = 0; start < to.length; start += Block.FRAMES) {
            phase.render(hz, cycles);
            Sine.render(cycles, 0, sine);
            for (int i = 0; i < StrictMath.min(Block.FRAMES, to.length - start); i++) {
                to[start + i] += amplitude * sine[i];
            }
        }
    }

    private float[] silence(double seconds, double amplitude) {
        require("amplitude", amplitude, 0, 1);
        require("duration in seconds", seconds, 0, LONGEST_SECONDS);
        return new float[(int) StrictMath.round(seconds * sampleRateHz)];
    }

    private Sound faded(float[] samples) {
        EdgeFade.apply(samples, sampleRateHz);
        return new Sound(samples, sampleRateHz);
    }

    private static void require(String what, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(what + " must be " + least + "…" + most + ", is " + value);
        }
    }
}
