package io.echotrace.mapping;

import io.echotrace.finding.Finding;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.Snapshot;
import java.util.ArrayList;
import java.util.List;

/**
 * How many times faster than it was measured a series is played: instants and lengths become so many times shorter, while
 * values, rates among them, stay as they are. What was found was found at the speed of life. Immutable.
 */
final class Speed {
    private final double factor;

    Speed(double factor) {
        this.factor = factor;
    }

    /** Whether it is played as it was. */
    boolean isOne() {
        return factor == 1;
    }

    /** An instant, or a length, as it is played. */
    long of(long nanos) {
        return isOne() ? nanos : StrictMath.round(nanos / factor);
    }

    /** The row as it is played; the texts of its occurrences are as they were. */
    Row of(Row row, long previousNanos) {
        if (isOne()) {
            return row;
        }
        double[] values = new double[row.snapshot().metrics().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = row.snapshot().value(i);
        }
        List<Occurrence> occurrences = new ArrayList<>();
        for (Occurrence each : row.occurrences()) {
            long length = each.lengthNanos() == Occurrence.ONGOING ? Occurrence.ONGOING : of(each.lengthNanos());
            occurrences.add(new Occurrence(each.kind(), of(each.startNanos()), length, each.text()));
        }
        return new Row(new Snapshot(of(row.atNanos()), row.snapshot().metrics(), values), occurrences, previousNanos);
    }

    /** The findings as they are played. */
    List<Finding> of(List<Finding> findings) {
        if (isOne()) {
            return findings;
        }
        List<Finding> played = new ArrayList<>();
        for (Finding each : findings) {
            long end = each.endNanos() == Finding.ONGOING ? Finding.ONGOING : of(each.endNanos());
            played.add(new Finding(each.fault(), each.severity(), of(each.startNanos()), end, each.evidence()));
        }
        return played;
    }
}
