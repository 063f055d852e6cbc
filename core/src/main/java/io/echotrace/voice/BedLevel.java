package io.echotrace.voice;

import io.echotrace.synth.Decibels;

/** How loud the bed is at full gain: what all other levels refer to. */
final class BedLevel {
    /**
     * K-weighted RMS of the bed in each of two channels at a body of 0 dB. BS.1770 adds the power of both and 0.691 dB:
     * this is -23.25 LUFS; with the pulse, and 7 dB less, -30 LUFS.
     */
    static final double K_RMS = Decibels.toGain(-23.25 + 0.691) / StrictMath.sqrt(2);

    private BedLevel() {}
}
