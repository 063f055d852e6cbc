package io.echotrace.judge;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How well two faults at once are named. */
final class Pairs {
    private final Map<Label, int[]> named = new EnumMap<>(Label.class); // of each fault: named, clips
    private int clips;
    private int one;
    private int both;

    void count(Answer answer) {
        int right = 0;
        for (Label truth : answer.truth) {
            int[] counts = named.computeIfAbsent(truth, label -> new int[2]);
            counts[1]++;
            if (answer.named.contains(truth)) {
                counts[0]++;
                right++;
            }
        }
        clips++;
        one += right >= 1 ? 1 : 0;
        both += right == 2 ? 1 : 0;
    }

    /** The share of clips of which at least one of both faults was named. */
    double one() {
        return (double) one / clips;
    }

    /** The share of clips of which both were. */
    double both() {
        return (double) both / clips;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "one of two %.1f %%, both %.1f %%%n", 100 * one(), 100 * both()));
        named.forEach((label, counts) ->
                text.append(String.format("  %-18s %d of %d%n", label.words(), counts[0], counts[1])));
        return text.toString();
    }

    /** Which faults there were, and which the listener named. */
    record Answer(Set<Label> truth, List<Label> named) {}
}
