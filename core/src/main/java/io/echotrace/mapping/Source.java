package io.echotrace.mapping;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Row;

/** The metrics that one continuous mapping listens to, joined into one number. Immutable. */
public final class Source {
    private enum Join {
        FIRST,
        LARGEST,
        SUM,
        BALANCE
    }

    private final Join join;
    private final Metric[] metrics;

    private Source(Join join, Metric... metrics) {
        this.join = join;
        this.metrics = metrics;
    }

    /** Nothing is ever measured. */
    static Source none() {
        return new Source(Join.FIRST);
    }

    /** The first of the metrics that is available. */
    static Source first(Metric... metrics) {
        return new Source(Join.FIRST, metrics);
    }

    /** The largest of those that are available. */
    static Source largest(Metric... metrics) {
        return new Source(Join.LARGEST, metrics);
    }

    /** The sum of those that are available. */
    static Source sum(Metric... metrics) {
        return new Source(Join.SUM, metrics);
    }

    /** The second's share less the first's: -1 when only the first moves, +1 when only the second does, else between. */
    static Source balance(Metric first, Metric second) {
        return new Source(Join.BALANCE, first, second);
    }

    /** Whether there is nothing to follow. */
    boolean isNone() {
        return metrics.length == 0;
    }

    /** The joined value; NaN when no metric is available. */
    double value(Row row) {
        if (join == Join.BALANCE) {
            return balance(row.value(metrics[0]), row.value(metrics[1]));
        }
        double joined = Double.NaN;
        for (Metric metric : metrics) {
            joined = join(joined, row.value(metric));
        }
        return joined;
    }

    private double join(double joined, double value) {
        if (Double.isNaN(joined) || Double.isNaN(value)) {
            return Double.isNaN(joined) ? value : joined;
        }
        switch (join) {
            case LARGEST:
                return Math.max(joined, value);
            case SUM:
                return joined + value;
            default:
                return joined;
        }
    }

    private static double balance(double first, double second) {
        double sum = first + second;
        return sum > 0 ? (second - first) / sum : sum;
    }

    /** A joined value for people, with its unit. */
    String words(double value) {
        if (join == Join.BALANCE || metrics.length == 0) {
            return Quantity.number(Math.abs(value) * 100) + " % of it";
        }
        switch (metrics[0].unit()) {
            case FRACTION:
                return Quantity.number(value * 100) + " %";
            case BYTES_PER_SECOND:
                return Quantity.bytesPerSecond(value);
            case SECONDS:
                return Quantity.seconds(value);
            case PER_SECOND:
                return Quantity.number(value) + " a second";
            default:
                return Quantity.number(value) + " " + metrics[0].unit().symbol();
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Metric metric : metrics) {
            text.append(text.length() == 0 ? "" : ", ").append(metric.name());
        }
        return text.toString();
    }
}
