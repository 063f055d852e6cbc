package io.echotrace.synth;

/** Decibels and gains. */
public final class Decibels {
    private static final double NEPERS = StrictMath.log(10) / 20;

    private Decibels() {}

    public static double toGain(double db) {
        return StrictMath.exp(db * NEPERS);
    }
}
