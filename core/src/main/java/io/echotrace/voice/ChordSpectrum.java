package io.echotrace.voice;

import io.echotrace.synth.KWeighting;

/**
 * Amplitudes of the partials of the healthy chord: root, just fifth and octave, six partials each, of equal loudness at
 * every pitch and brightness. Dull to bright is a roll-off of 9 to 6 dB an octave. One audio thread's own.
 */
final class ChordSpectrum {
    static final int PARTIALS = 6;
    /** The tones as harmonics of half the ground's frequency: 1 : 3/2 : 2. */
    static final int GROUND = 2;

    static final int FIFTH = 3;
    static final int OCTAVE = 4;
    static final int HARMONICS = OCTAVE * PARTIALS;

    private static final double DULL_DB = 9;
    private static final double BRIGHT_DB = 6;
    /** Nepers by which each partial is weaker for a roll-off of one decibel an octave. */
    private static final double[] WEAKER = new double[PARTIALS];

    static {
        for (int k = 1; k <= PARTIALS; k++) {
            WEAKER[k - 1] = StrictMath.log(k) / (20 * StrictMath.log10(2));
        }
    }

    private final double[] ground = new double[PARTIALS];
    private final double[] fifth = new double[PARTIALS];
    private final double[] octave = new double[PARTIALS];
    private final double[] harmonics = new double[HARMONICS];
    private double groundHz;
    private double brightness;

    /** Computes the amplitudes; false when nothing has changed. */
    boolean set(double newGroundHz, double newBrightness) {
        if (newGroundHz == groundHz && newBrightness == brightness) {
            return false;
        }
        groundHz = newGroundHz;
        brightness = newBrightness;
        for (int i = 0; i < HARMONICS; i++) {
            harmonics[i] = 0;
        }
        add(ground, GROUND, 1);
        add(fifth, FIFTH, 0.8);
        add(octave, OCTAVE, 0.4);
        level();
        return true;
    }

    /** Amplitudes of the ground's partials. */
    double[] ground() {
        return ground;
    }

    /** Amplitudes of the fifth's partials. */
    double[] fifth() {
        return fifth;
    }

    /** Amplitudes of the chord's partials, where several tones share one their sum; harmonic 1 comes first. */
    double[] harmonics() {
        return harmonics;
    }

    private void add(double[] tone, int multiple, double level) {
        double slope = DULL_DB + (BRIGHT_DB - DULL_DB) * Score.way(brightness, 0, 1);
        for (int k = 1; k <= PARTIALS; k++) {
            double hz = groundHz / 2 * multiple * k;
            tone[k - 1] = level * StrictMath.exp(-slope * WEAKER[k - 1]) * TopFade.gain(hz);
            harmonics[multiple * k - 1] += tone[k - 1];
        }
    }

    /** Makes the chord as loud as the bed is meant to be. */
    private void level() {
        double power = 0;
        for (int i = 0; i < HARMONICS; i++) {
            power += KWeighting.power(harmonics[i], groundHz / 2 * (i + 1));
        }
        double gain = BedLevel.K_RMS / StrictMath.sqrt(power);
        scale(ground, gain);
        scale(fifth, gain);
        scale(octave, gain);
        scale(harmonics, gain);
    }

    private static void scale(double[] amplitudes, double gain) {
        for (int i = 0; i < amplitudes.length; i++) {
            amplitudes[i] *= gain;
        }
    }
}
