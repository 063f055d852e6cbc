package io.echotrace.judge;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/** How often which label was named for which. */
final class Confusion {
    private final Map<Label, Map<Label, Integer>> counts = new EnumMap<>(Label.class);

    void count(Label truth, Label named) {
        counts.computeIfAbsent(truth, label -> new EnumMap<>(Label.class)).merge(named, 1, Integer::sum);
    }

    /** The share that was named rightly: each label counts the same, however many clips it has. */
    double accuracy() {
        return counts.keySet().stream().mapToDouble(this::recall).average().orElse(Double.NaN);
    }

    /** The share of a label's clips that was named rightly; NaN without clips. */
    double recall(Label label) {
        return (double) count(counts.getOrDefault(label, Map.of()), label) / clips(label);
    }

    /** The share of healthy clips in which a fault was named. */
    double falseAlarms() {
        return 1 - recall(Label.HEALTHY);
    }

    /** The lowest recall of all. */
    double worstRecall() {
        return counts.keySet().stream().mapToDouble(this::recall).min().orElse(Double.NaN);
    }

    private int clips(Label truth) {
        return counts.getOrDefault(truth, Map.of()).values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private static int count(Map<Label, Integer> row, Label named) {
        return row.getOrDefault(named, 0);
    }

    /** The figures, then a row for what each label was named. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "accuracy %.1f %%, worst recall %.1f %%, health called faulty %.1f %%%n",
                100 * accuracy(),
                100 * worstRecall(),
                100 * falseAlarms()));
        text.append(String.format("%-18s recall ", ""));
        for (Label named : Label.values()) {
            text.append(String.format("%6s", named.abbreviation()));
        }
        counts.forEach((truth, row) -> {
            text.append(String.format(Locale.ROOT, "%n%-18s %5.1f  ", truth.words(), 100 * recall(truth)));
            for (Label named : Label.values()) {
                text.append(String.format("%6s", row.containsKey(named) ? count(row, named) : "."));
            }
        });
        return text.append(System.lineSeparator()).toString();
    }
}
