package io.echotrace.ear;

import java.io.IOException;
import java.io.OutputStream;

/**
 * A steady tone that an ordinary player plays into the second sink of a {@link VirtualSoundCard}, to be heard beside what
 * is under test: the gaps that it has, too, are the machine's.
 */
final class ControlTone {
    private static final double HZ = 440;
    private static final double AMPLITUDE = 8000;

    private final OutputStream player;

    /** @param player takes 16-bit stereo, {@link SoundCardRecording#SAMPLE_RATE_HZ} frames a second */
    ControlTone(OutputStream player) {
        this.player = player;
    }

    /** Plays until the player ends. */
    void play() {
        byte[] second = second();
        try {
            while (true) {
                player.write(second);
            }
        } catch (IOException expected) {
            // the player has been ended
        }
    }

    /** A whole number of cycles, so that one joins the next. */
    private static byte[] second() {
        byte[] bytes = new byte[SoundCardRecording.SAMPLE_RATE_HZ * 4];
        for (int frame = 0; frame < SoundCardRecording.SAMPLE_RATE_HZ; frame++) {
            double cycles = HZ * frame / SoundCardRecording.SAMPLE_RATE_HZ;
            short sample = (short) Math.round(AMPLITUDE * Math.sin(2 * Math.PI * cycles));
            for (int at = 4 * frame; at < 4 * frame + 4; at += 2) {
                bytes[at] = (byte) sample;
                bytes[at + 1] = (byte) (sample >> 8);
            }
        }
        return bytes;
    }
}
