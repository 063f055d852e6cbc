package io.echotrace.voice;

import io.echotrace.ear.Loudness;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Pitch;
import io.echotrace.ear.Recording;
import java.util.Arrays;

/**
 * Counts what changes by more than a just-noticeable difference: the pitch of the ground by 1 % (B. C. J. Moore, An
 * Introduction to the Psychology of Hearing: half of that for trained ears), the loudness of three seconds by 1 dB
 * (Fastl and Zwicker, Psychoacoustics), and the pace of the pulse by 3 % (Drake and Botte 1993). Each is compared once a
 * second with what it was when it last changed, so that what creeps counts as well; what moves for some seconds on end
 * is one change.
 */
final class HeardChanges {
    private static final double PITCH = 0.01;
    private static final double LOUDNESS_DB = 1;
    private static final double PACE = 0.03;
    /** Of so many neighbors the median is taken, since now and then the ear loses one. */
    private static final int BEATS = 7;

    private final Followed pitch = new Followed();
    private final Followed loudness = new Followed();
    private final Followed pace = new Followed();

    /**
     * Listens to the next stretch, of some seconds at least.
     *
     * @param alone the same without ticks, by which alone the ear would take the pulse's rhythm for another
     */
    void listen(Recording sound, Recording alone) {
        for (double at = 0; at + 1 <= sound.duration(); at++) {
            pitch.follow(1200 / Math.log(2) * Math.log(Pitch.f0(sound.slice(at, at + 1))), Pitch.cents(1, 1 + PITCH));
        }
        double[] levels = Loudness.shortTerm(sound);
        for (int i = 0; i < levels.length; i += 10) {
            loudness.follow(levels[i], LOUDNESS_DB);
        }
        double[] intervals = Onsets.in(alone, 900, 3200).intervals();
        for (int i = 0; i + BEATS <= intervals.length; i += 3) {
            double[] some = Arrays.copyOfRange(intervals, i, i + BEATS);
            Arrays.sort(some);
            pace.follow(Math.log(some[BEATS / 2]), Math.log1p(PACE));
        }
    }

    int ofPitch() {
        return pitch.changes;
    }

    int ofLoudness() {
        return loudness.changes;
    }

    int ofPace() {
        return pace.changes;
    }

    int all() {
        return pitch.changes + loudness.changes + pace.changes;
    }

    private static final class Followed {
        private double reference = Double.NaN;
        private boolean moving;
        private int changes;

        void follow(double value, double noticeable) {
            if (Double.isNaN(value)) {
                return;
            }
            boolean moves = Math.abs(value - reference) > noticeable;
            changes += moves && !moving ? 1 : 0;
            moving = moves;
            reference = moves || Double.isNaN(reference) ? value : reference;
        }
    }
}
