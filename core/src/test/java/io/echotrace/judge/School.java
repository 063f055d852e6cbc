package io.echotrace.judge;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Teaches a listener, and examines it. */
final class School {
    private static final double FAINTEST_NOISE_DB = 30;
    private static final double LOUDEST_NOISE_DB = 8;

    private School() {}

    /** Teaches by clips of one label each, as they are and with noise from hardly any to a little more than the stress has. */
    static Listener teach(Stream<LabelledClip> lessons) {
        List<Heard> heard = lessons.flatMap(School::variants).toList();
        return Listener.trainedOn(heard);
    }

    private static Stream<Heard> variants(LabelledClip clip) {
        long seed = Float.floatToIntBits(clip.sound().channel(0)[clip.sound().frames() / 2]);
        double range = FAINTEST_NOISE_DB - LOUDEST_NOISE_DB;
        double ratio = LOUDEST_NOISE_DB + range * new Random(seed).nextDouble();
        return Stream.of(Heard.of(clip), Heard.of(clip.with(Stress.noisy(clip.sound(), ratio, seed))));
    }

    /** What the listener names each clip, under each stress. */
    static Map<Stress, Confusion> examine(Listener listener, Stream<LabelledClip> clips, Stress... stresses) {
        Map<Stress, Confusion> confusions = new EnumMap<>(Stress.class);
        clips.flatMap(clip -> Stream.of(stresses).map(stress -> Answer.of(listener, clip, stress)))
                .toList()
                .forEach(answer -> confusions
                        .computeIfAbsent(answer.stress, stress -> new Confusion())
                        .count(answer.truth, answer.named));
        return confusions;
    }

    /** How many of the two faults of each clip are among the two that the listener names. */
    static Pairs examinePairs(Listener listener, Stream<LabelledClip> clips) {
        Pairs pairs = new Pairs();
        clips.map(clip -> new Pairs.Answer(clip.labels(), listener.nameTwo(Heard.of(clip))))
                .toList()
                .forEach(pairs::count);
        return pairs;
    }

    private record Answer(Stress stress, Label truth, Label named) {
        static Answer of(Listener listener, LabelledClip clip, Stress stress) {
            long seed = clip.sound().frames() + (long) (1e9 * clip.sound().channel(0)[1000]);
            Heard heard = Heard.of(clip.with(stress.apply(clip.sound(), seed)));
            return new Answer(stress, clip.labels().iterator().next(), listener.name(heard));
        }
    }
}
