package io.echotrace.timeline;

/**
 * A continuous instruction to a voice, in units of sound. Its value moves towards each new target by a glide, never by a
 * jump.
 */
public enum Control {
    /** Pitch of the ground, 0…1 over its two octaves: f0 = 200·4^u Hz. */
    GROUND_PITCH(0, 0.35),
    /** Spectral slope of the bed: 0 is 9 dB an octave, 1 is 6 dB. */
    BRIGHTNESS(0.5, 1.0),
    /** Gain of the whole tonal bed, -14…0 dB. */
    BODY_DB(-14, 0.5),
    /** Pulses a second, 1…10; 0 is none. */
    PULSE_HZ(0, 0.15),
    /** Place of the pulse: -1 left … +1 right. */
    PULSE_PAN(0, 0.5),
    /** How far pulses stray from their beat, as a share of the beat: 0…0.3. */
    PULSE_STAGGER(0, 0),
    /** How wrong the ground sounds: a score, 0…1. */
    GROUND_TENSION(0, 0.15),
    /** How wrong the fifth sounds: a score, 0…1. */
    FIFTH_TENSION(0, 0.15),
    /** How wrong the pulse sounds: a score, 0…1. */
    PULSE_TENSION(0, 0.15),
    /** How wrong the level of the bed sounds: a score, 0…1. */
    BODY_TENSION(0, 0.15),
    /** Noise over the bed: the score that asks for it, 0…1; silent up to 0.6. */
    NOISE(0, 0.15);

    private final double initial;
    private final double glideSeconds;

    Control(double initial, double glideSeconds) {
        this.initial = initial;
        this.glideSeconds = glideSeconds;
    }

    /** The value before the first target. */
    public double initial() {
        return initial;
    }

    /** Time constant of the glide: after three of them 95 % of the way is done. */
    public double glideSeconds() {
        return glideSeconds;
    }
}
