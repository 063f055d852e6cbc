package io.echotrace.it.budget;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A limit on a quantity, or on what a quantity is above that of another setup.
 *
 * @param base what the quantity is compared with; null when it is taken as it is
 */
record Budget(String what, Key key, @Nullable Setup base, Bound bound, double limit) {
    /** On which side of the limit it is well. */
    enum Bound {
        AT_MOST("≤"),
        AT_LEAST("≥");

        final String sign;

        Bound(String sign) {
            this.sign = sign;
        }
    }

    static final String HEADER = row("what", "budget", "without", "with", "added/is", "quartiles", "n", "");

    /** The line of the table. */
    String judge(RawNumbers numbers) {
        List<Double> judged = base == null ? numbers.of(key) : numbers.differences(key, key.with(base));
        return row(
                what,
                bound.sign + " " + text(limit),
                base == null ? "" : text(Median.of(numbers.of(key.with(base)))),
                base == null ? "" : text(Median.of(numbers.of(key))),
                text(Median.of(judged)),
                text(Median.quantile(judged, 0.25)) + " – " + text(Median.quantile(judged, 0.75)),
                Integer.toString(judged.size()),
                verdict(Median.of(judged)));
    }

    /** Whether it judges by this key's numbers. */
    boolean uses(Key other) {
        return other.equals(key) || (base != null && other.equals(key.with(base)));
    }

    private String verdict(double value) {
        if (Double.isNaN(value)) {
            return "not measured";
        }
        boolean kept = bound == Bound.AT_MOST ? value <= limit : value >= limit;
        return kept ? "ok" : "MISSED";
    }

    private static String text(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return String.format(Locale.ROOT, Math.abs(value) >= 100 || value == 0 ? "%.0f" : "%.2f", value);
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-52s %8s %9s %9s %9s %19s %3s  %s", (Object[]) cells)
                .stripTrailing();
    }
}
