package io.echotrace.judge;

import java.util.Locale;

/** How often which label was named for which. */
final class Confusion {
    private final int[][] counts = new int[Label.values().length][Label.values().length];

    void count(Label truth, Label named) {
        counts[truth.ordinal()][named.ordinal()]++;
    }

    /** The share that was named rightly: each label counts the same, however many clips it has. */
    double accuracy() {
        double sum = 0;
        int labels = 0;
        for (Label label : Label.values()) {
            if (clips(label) > 0) {
                sum += recall(label);
                labels++;
            }
        }
        return sum / labels;
    }

    /** The share of a label's clips that was named rightly; NaN without clips. */
    double recall(Label label) {
        return (double) counts[label.ordinal()][label.ordinal()] / clips(label);
    }

    /** The share of healthy clips in which a fault was named. */
    double falseAlarms() {
        return 1 - recall(Label.HEALTHY);
    }

    /** The lowest recall of all. */
    double worstRecall() {
        double worst = 1;
        for (Label label : Label.values()) {
            worst = clips(label) > 0 ? Math.min(worst, recall(label)) : worst;
        }
        return worst;
    }

    private int clips(Label truth) {
        int sum = 0;
        for (int count : counts[truth.ordinal()]) {
            sum += count;
        }
        return sum;
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
            text.append(String.format("%5s", named.words().substring(0, 4).trim()));
        }
        for (Label truth : Label.values()) {
            text.append(String.format(Locale.ROOT, "%n%-18s %5.1f  ", truth.words(), 100 * recall(truth)));
            for (int count : counts[truth.ordinal()]) {
                text.append(String.format("%5s", count == 0 ? "." : count));
            }
        }
        return text.append(System.lineSeparator()).toString();
    }
}
