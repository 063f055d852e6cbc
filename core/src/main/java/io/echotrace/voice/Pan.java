package io.echotrace.voice;

import io.echotrace.synth.Ramp;

/** Places a sound between left and right by equal power: in the centre both gains are 1. One audio thread's own. */
final class Pan {
    private double place = Double.NaN;
    private float left = 1;
    private float right = 1;

    /**
     * Adds a block whose place moves to a new one.
     *
     * @param newPlace -1 left … +1 right
     */
    void mix(float[] samples, double newPlace, float[] intoLeft, float[] intoRight) {
        float fromLeft = left;
        float fromRight = right;
        move(StrictMath.max(-1, StrictMath.min(1, newPlace)));
        Ramp.mix(samples, fromLeft, left, intoLeft);
        Ramp.mix(samples, fromRight, right, intoRight);
    }

    private void move(double newPlace) {
        if (newPlace != place) {
            place = newPlace;
            double angle = (newPlace + 1) * StrictMath.PI / 4;
            left = (float) (StrictMath.sqrt(2) * StrictMath.cos(angle));
            right = (float) (StrictMath.sqrt(2) * StrictMath.sin(angle));
        }
    }
}
