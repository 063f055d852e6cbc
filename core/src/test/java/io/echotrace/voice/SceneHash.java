package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Prints a hash of the samples of one busy scene at every sample rate: the same on every JDK. Written in Java 8, so that
 * it can be compiled for and run on the oldest JVM.
 */
final class SceneHash {
    private static final int SECONDS = 12;

    private SceneHash() {}

    @SuppressWarnings("SystemOut") // a program for the command line
    public static void main(String[] args) throws NoSuchAlgorithmException {
        for (int rate : new int[] {16_000, 22_050, 24_000, 44_100, 48_000}) {
            System.out.println(rate + " " + hash(rate));
        }
    }

    /** A scene in which every voice sounds and every control moves. */
    static void write(Timeline timeline) {
        Targets targets = new Targets();
        for (int row = 0; row < 10 * SECONDS; row++) {
            targets.set(Control.GROUND_PITCH, row % 40 / 40.0);
            targets.set(Control.BRIGHTNESS, row % 23 / 23.0);
            targets.set(Control.BODY_DB, -(row % 29) / 2.0);
            targets.set(Control.PULSE_HZ, row % 11);
            targets.set(Control.PULSE_PAN, row % 9 / 4.0 - 1);
            targets.set(Control.PULSE_STAGGER, row % 4 / 10.0);
            targets.set(Control.GROUND_TENSION, row % 31 / 31.0);
            targets.set(Control.FIFTH_TENSION, row % 37 / 37.0);
            targets.set(Control.PULSE_TENSION, row % 17 / 17.0);
            targets.set(Control.BODY_TENSION, row % 19 / 19.0);
            targets.set(Control.NOISE, row % 13 / 13.0);
            targets.set(Control.GROUND_STRAIN, row / 20 % 3 / 2.0);
            targets.set(Control.FLOOR_LEVEL, row / 10 % 4 / 3.0);
            targets.set(Control.FLOOR_BRIGHTNESS, row % 27 / 27.0);
            targets.set(Control.FLOOR_GRIND, row / 15 % 3 / 2.0);
            targets.set(Control.PULSE_FLOOD, row / 25 % 3 / 2.0);
            targets.set(Control.PULSE_LOSS, row / 12 % 3 / 2.0);
            timeline.controls(row * 100_000_000L, targets);
            timeline.cue(cue(Cue.Kind.WOOD_BLOCK, row * 100_000_000L + row * 12_345L, 50, row % 19 - 12));
            timeline.cue(Cue.sparks(row * 100_000_000L - row * 23_456L, 100_000_000L, 1 + row % 5, row % 23 - 14));
        }
        timeline.cue(cue(Cue.Kind.HOLE, 6_123_456_789L, 400, 0));
        timeline.cue(cue(Cue.Kind.THUD, 6_523_456_789L, 400, 6));
        timeline.cue(Cue.hole(8_765_432_101L, 3_000_000L, 321_000_000L));
    }

    private static Cue cue(Cue.Kind kind, long atNanos, long lengthMillis, double levelDb) {
        return new Cue(kind, atNanos, lengthMillis * 1_000_000L, levelDb);
    }

    private static String hash(int sampleRateHz) throws NoSuchAlgorithmException {
        Timeline timeline = new Timeline();
        Renderer renderer = new Renderer(timeline, sampleRateHz);
        write(timeline);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        Block block = new Block();
        while (renderer.position() < (long) SECONDS * sampleRateHz) {
            renderer.render(block);
            update(digest, block.left());
            update(digest, block.right());
        }
        StringBuilder hex = new StringBuilder();
        for (byte b : digest.digest()) {
            hex.append(String.format("%02x", b));
        }
        return hex.toString();
    }

    private static void update(MessageDigest digest, float[] samples) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * samples.length);
        for (float sample : samples) {
            bytes.putFloat(sample);
        }
        digest.update(bytes.array());
    }
}
