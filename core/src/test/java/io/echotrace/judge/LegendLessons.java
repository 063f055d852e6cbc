package io.echotrace.judge;

import io.echotrace.ear.Recording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * What can be learned from the legend's WAV and its captions, and from nothing else: it is cut by the captions, and what is
 * cut is heard from several instants on, with noise, and, in health, faster and slower.
 */
final class LegendLessons {
    /** How long a listener listens at once: what fits into the three seconds of a fault. */
    static final double SECONDS = 2.8;

    private static final double[] STARTS = {0.05, 0.1, 0.15, 0.2};
    private static final double[] NOISE_DB = {30, 20, 12};
    /** Health is steady, so it may end in what follows. */
    private static final double HEALTH_STARTS_AT = 0.4;

    private static final double SLOWEST = 0.6;
    private static final double FASTEST = 1.65;
    private static final double FASTER = 1.05;
    /** Of a voice that is shown, its bottom and its top; then it moves. */
    private static final double[] RANGE_STARTS = {0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.7, 0.8, 0.9, 1};

    private static final double RANGE_SECONDS = 1.6;

    private final List<Recording> health = new ArrayList<>();
    private final List<Recording> ranges = new ArrayList<>();
    private final List<LabelledClip> faults = new ArrayList<>();

    static LegendLessons of(LegendFile legend) {
        LegendLessons lessons = new LegendLessons();
        boolean faulty = false;
        for (LegendFile.Caption caption : legend.captions()) {
            Optional<Label> fault = faultOf(caption.text());
            fault.ifPresent(label -> lessons.addFault(label, legend.sound(), caption.start()));
            faulty |= fault.isPresent();
            if (caption.start() == 0) {
                lessons.addHealth(legend.sound());
            } else if (!faulty) {
                lessons.addRange(legend.sound(), caption.start());
            }
        }
        return lessons;
    }

    /** Health, also with noise, and as it were at other pitches and paces. */
    List<Recording> health() {
        return health;
    }

    /** The voices of health at the ends of their ranges, one of which is no longer healthy. */
    List<Recording> ranges() {
        return ranges;
    }

    /** The faults, also with noise. */
    List<LabelledClip> faults() {
        return faults;
    }

    private void addHealth(Recording legend) {
        for (double start : STARTS) {
            withNoise(legend.slice(start + HEALTH_STARTS_AT, start + HEALTH_STARTS_AT + SECONDS))
                    .forEach(health::add);
        }
        Recording all = legend.slice(HEALTH_STARTS_AT, HEALTH_STARTS_AT + SECONDS + STARTS[STARTS.length - 1]);
        for (double speed = SLOWEST; speed < FASTEST; speed *= FASTER) {
            health.add(faster(all, speed));
        }
    }

    private void addRange(Recording legend, double start) {
        for (double after : RANGE_STARTS) {
            ranges.add(legend.slice(start + after, start + after + RANGE_SECONDS));
        }
    }

    private void addFault(Label label, Recording legend, double start) {
        for (double after : STARTS) {
            withNoise(legend.slice(start + after, start + after + SECONDS))
                    .forEach(sound -> faults.add(new LabelledClip(Set.of(label), sound)));
        }
    }

    private static Stream<Recording> withNoise(Recording sound) {
        long seed = Float.floatToIntBits(sound.channel(0)[sound.frames() / 2]);
        return Stream.concat(
                Stream.of(sound), DoubleStream.of(NOISE_DB).mapToObj(ratio -> Stress.noisy(sound, ratio, seed)));
    }

    /** Played faster, and so higher, with a line from sample to sample. */
    private static Recording faster(Recording sound, double speed) {
        float[] in = sound.channel(0);
        float[] out = new float[(int) ((in.length - 1) / speed)];
        for (int i = 0; i < out.length; i++) {
            int at = (int) (i * speed);
            float between = (float) (i * speed - at);
            out[i] = in[at] + between * (in[at + 1] - in[at]);
        }
        return Recording.of(sound.sampleRate(), out);
    }

    private static Optional<Label> faultOf(String caption) {
        String lower = caption.toLowerCase(Locale.ROOT);
        return Label.faults().stream()
                .filter(label -> lower.startsWith(label.fault().title().toLowerCase(Locale.ROOT) + ":"))
                .findFirst();
    }
}
