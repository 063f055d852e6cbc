package io.echotrace.voice;

/** Where the sound of a score changes, from health to what is plainly wrong. */
final class Score {
    /** Below is health: nothing of it is heard. */
    static final double UNUSUAL = 0.3;
    /** Above, beats give way to roughness. */
    static final double ROUGH = 0.45;
    /** Above is an anomaly: noise joins in. */
    static final double ANOMALY = 0.6;

    private Score() {}

    /** How much of the way from one score to another is done: 0…1. */
    static double way(double score, double from, double to) {
        return StrictMath.max(0, StrictMath.min(1, (score - from) / (to - from)));
    }
}
