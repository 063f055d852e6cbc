package io.echotrace.ear;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * Makes mono test signals of known content, at one sample rate. Amplitudes are peak amplitudes of full scale 1, instants
 * and lengths are seconds, noise is seeded.
 */
public record Signals(int sampleRate) {
    private static final double ATTACK = 0.004;
    private static final double DECAY = 0.035;

    public Recording silence(double seconds) {
        return sampled(seconds, t -> 0);
    }

    public Recording sine(double hz, double amplitude, double seconds) {
        return sampled(seconds, t -> amplitude * Math.sin(2 * Math.PI * hz * t));
    }

    /**
     * A harmonic tone. Partials at half the sample rate and above are left out.
     *
     * @param amplitude of the first partial
     * @param slopeDb by which each octave is softer than the one below, for example 9
     */
    public Recording tone(double f0, int partials, double slopeDb, double amplitude, double seconds) {
        Recording tone = silence(seconds);
        for (int k = 1; k <= partials && k * f0 < sampleRate / 2.0; k++) {
            double softer = Math.pow(k, -slopeDb / (20 * Math.log10(2)));
            tone = mix(tone, sine(k * f0, amplitude * softer, seconds));
        }
        return tone;
    }

    /** Tones of six partials, 7.5 dB softer per octave, at the given multiples of f0: 1, 1.5, 2 is the healthy bed. */
    public Recording chord(double f0, double amplitude, double seconds, double... ratios) {
        Recording chord = silence(seconds);
        for (double ratio : ratios) {
            chord = mix(chord, tone(ratio * f0, 6, 7.5, amplitude, seconds));
        }
        return chord;
    }

    /** The sound of health: ground, fifth and octave, each of six partials. */
    public Recording healthy(double f0, double amplitude, double seconds) {
        return chord(f0, amplitude, seconds, 1, 1.5, 2);
    }

    /** A plucked sine: a rise over 4 ms, then decay with a time constant of 35 ms. */
    public Recording pluck(double hz, double amplitude, double seconds) {
        return sampled(seconds, t -> amplitude * pluckEnvelope(t) * Math.sin(2 * Math.PI * hz * t));
    }

    /** Plucked sines at the given instants. */
    public Recording plucks(double hz, double amplitude, double seconds, double... instants) {
        Recording all = silence(seconds);
        for (double instant : instants) {
            all = mixAt(all, instant, pluck(hz, amplitude, Math.min(0.3, seconds - instant)));
        }
        return all;
    }

    /** Gaussian noise with the same power at each frequency. */
    public Recording whiteNoise(double rms, long seed, double seconds) {
        Random random = new Random(seed);
        return sampled(seconds, t -> rms * random.nextGaussian());
    }

    /** Gaussian noise with about the same power in each octave from 20 Hz up. */
    public Recording pinkNoise(double rms, long seed, double seconds) {
        Random random = new Random(seed);
        int octaves = (int) (Math.log(sampleRate / 20.0) / Math.log(2));
        double[] rows = new double[octaves];
        float[] samples = new float[frames(seconds)];
        for (int i = 0; i < samples.length; i++) { // Voss: row k is drawn anew every 2^k samples
            double sum = random.nextGaussian();
            for (int k = 0; k < octaves; k++) {
                if (i % (1 << k) == 0) {
                    rows[k] = random.nextGaussian();
                }
                sum += rows[k];
            }
            samples[i] = (float) (rms * sum / Math.sqrt(octaves + 1));
        }
        return Recording.of(sampleRate, samples);
    }

    /** Any function of the time in seconds. */
    public Recording sampled(double seconds, DoubleUnaryOperator signal) {
        float[] samples = new float[frames(seconds)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) signal.applyAsDouble(i / (double) sampleRate);
        }
        return Recording.of(sampleRate, samples);
    }

    /** One after the other. */
    public static Recording join(Recording... parts) {
        int frames = 0;
        for (Recording part : parts) {
            frames += part.frames();
        }
        float[] all = new float[frames];
        int at = 0;
        for (Recording part : parts) {
            System.arraycopy(part.channel(0), 0, all, at, part.frames());
            at += part.frames();
        }
        return Recording.of(parts[0].sampleRate(), all);
    }

    /** All at once; as long as the first. */
    public static Recording mix(Recording first, Recording... others) {
        Recording mixed = first;
        for (Recording other : others) {
            mixed = mixAt(mixed, 0, other);
        }
        return mixed;
    }

    /** A recording with another added from an instant on; as long as the first. */
    public static Recording mixAt(Recording base, double instant, Recording added) {
        float[] sum = base.channel(0).clone();
        int at = (int) Math.round(instant * base.sampleRate());
        for (int i = 0; i < added.frames() && at + i < sum.length; i++) {
            sum[at + i] += added.channel(0)[i];
        }
        return Recording.of(base.sampleRate(), sum);
    }

    public static Recording stereo(Recording left, Recording right) {
        return Recording.of(left.sampleRate(), left.channel(0), right.channel(0));
    }

    /** All channels times a gain in dB. */
    public static Recording gain(Recording recording, double db) {
        double factor = Math.pow(10, db / 20);
        float[][] scaled = new float[recording.channelCount()][recording.frames()];
        for (int c = 0; c < scaled.length; c++) {
            for (int i = 0; i < scaled[c].length; i++) {
                scaled[c][i] = (float) (recording.channel(c)[i] * factor);
            }
        }
        return Recording.of(recording.sampleRate(), scaled);
    }

    /** What a 16-bit file keeps of it: rounded after adding triangular dither of two steps. */
    public static Recording dithered(Recording recording, long seed) {
        Random random = new Random(seed);
        float[][] rounded = new float[recording.channelCount()][recording.frames()];
        for (int c = 0; c < rounded.length; c++) {
            for (int i = 0; i < rounded[c].length; i++) {
                double steps = recording.channel(c)[i] * 32768 + random.nextDouble();
                rounded[c][i] = (float) (Math.rint(steps - random.nextDouble()) / 32768);
            }
        }
        return Recording.of(recording.sampleRate(), rounded);
    }

    private static double pluckEnvelope(double t) {
        return t < ATTACK ? t / ATTACK : Math.exp(-(t - ATTACK) / DECAY);
    }

    private int frames(double seconds) {
        return (int) Math.round(seconds * sampleRate);
    }
}
