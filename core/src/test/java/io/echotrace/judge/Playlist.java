package io.echotrace.judge;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which scenes are to be recorded; the same seed gives the same clips, to the last bit. */
final class Playlist {
    private static final double LATEST_SECONDS = 2;

    private final List<List<Label>> scenes = new ArrayList<>();
    private final long seed;
    private final Register register;

    /** @param seed less than 1000 apart from another's would still draw other scenes */
    Playlist(long seed, Register register) {
        this.seed = seed;
        this.register = register;
    }

    /** Adds scenes of each of some faults, and of health. */
    Playlist singles(List<Label> faults, int ofEach, int ofHealth) {
        for (Label fault : faults) {
            scenes.addAll(Collections.nCopies(ofEach, List.of(fault)));
        }
        scenes.addAll(Collections.nCopies(ofHealth, List.of()));
        return this;
    }

    /** Adds scenes of two faults at once: every pair in turn, in an order drawn by lot. */
    Playlist pairs(List<Label> faults, int count) {
        List<List<Label>> pairs = new ArrayList<>();
        for (int i = 0; i < faults.size(); i++) {
            for (int k = 0; k < i; k++) {
                pairs.add(List.of(faults.get(i), faults.get(k)));
            }
        }
        Collections.shuffle(pairs, new Random(seed));
        for (int i = 0; i < count; i++) {
            scenes.add(pairs.get(i % pairs.size()));
        }
        return this;
    }

    /** Records them, on all cores, in order; no clip is kept. */
    Stream<LabelledClip> clips() {
        return IntStream.range(0, scenes.size()).parallel().mapToObj(this::clip);
    }

    private LabelledClip clip(int index) {
        long own = seed * 1_000_003 + index;
        List<Label> labels = scenes.get(index);
        double delay = new Chance(~own).between(0, LATEST_SECONDS);
        Set<Label> heard = labels.isEmpty() ? EnumSet.of(Label.HEALTHY) : EnumSet.copyOf(labels);
        return new LabelledClip(heard, Studio.record(new Scene(labels, own), register, delay));
    }
}
