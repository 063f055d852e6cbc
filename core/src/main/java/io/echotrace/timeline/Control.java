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
    /** On top of that, how far the bed is hidden while all is well, -14…0 dB. */
    HIDING_DB(0, 0.4),
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
    NOISE(0, 0.15),
    /** Overtones of the ground that belong to no harmonic series, trembling: amplitude, 0…1. */
    GROUND_STRAIN(0, 0.15),
    /** The floor, low noise: amplitude, 0…1. */
    FLOOR_LEVEL(0, 0.5),
    /** Spectrum of the floor: 0 is dull, 1 is bright. */
    FLOOR_BRIGHTNESS(0, 1.0),
    /** The floor grinds, in its own band whatever its level: amplitude, 0…1. */
    FLOOR_GRIND(0, 0.15),
    /** The crowd below the ground: amplitude, 0…1. */
    CROWD(0, 0.15),
    /** How many voices the crowd has, 0…6. */
    CROWD_SIZE(0, 0.5),
    /** The vessel, which fills every four seconds as long as it is not silent: amplitude, 0…1. */
    VESSEL(0, 0.15),
    /** Up to where it sounds filled: 0 is empty, 1 is full. */
    VESSEL_FILL(0, 0.5),
    /** The ratchet: amplitude of its clicks, 0…1. */
    RATCHET(0, 0.15),
    /** How many clicks a second it has on average, 9…18. */
    RATCHET_HZ(9, 0.5),
    /** The pulse is a flood: 0 is none; up to 1 it is loud and fast, 8…10 a second. */
    PULSE_FLOOD(0, 0.15),
    /** The beats of the pulse come with a dull breath: its amplitude, 0…1. */
    PULSE_LOSS(0, 0.15),
    /** Strokes of the wood block too many to be told apart, as noise: amplitude, of which 1 is as loud as the bed. */
    RATTLE(0, 0.15),
    /** The same of sparks, below 4 kHz. */
    CRACKLE(0, 0.15),
    /** The same of sparks, above 4 kHz: only of what is wrong. */
    CRACKLE_HIGH(0, 0.15);

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
