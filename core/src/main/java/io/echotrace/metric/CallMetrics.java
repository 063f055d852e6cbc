package io.echotrace.metric;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The metrics of timed calls: those of all calls together, which are of the catalogue, and the same of one group. */
public final class CallMetrics {
    private static final List<Metric> OF_ALL = Collections.unmodifiableList(Arrays.asList(
            Metrics.METHOD_RATE,
            Metrics.METHOD_P50,
            Metrics.METHOD_P99,
            Metrics.METHOD_MAX,
            Metrics.METHOD_JITTER,
            Metrics.METHOD_ERRORS,
            Metrics.METHOD_IN_FLIGHT));

    private CallMetrics() {}

    /** Those of all calls together. */
    public static List<Metric> ofAll() {
        return OF_ALL;
    }

    /** The same of one group: {@code app.method.rate{checkout}}. */
    public static Metric ofGroup(String group, Metric ofAll) {
        return new Metric(
                ofAll.name() + '{' + group + '}', ofAll.unit(), ofAll.description() + ", of " + group + " alone");
    }

    /** Whether the metric is one of these, of all calls or of a group. */
    public static boolean isOne(Metric metric) {
        return OF_ALL.stream().anyMatch(ofAll -> isSame(metric, ofAll));
    }

    /** Whether it tells how many calls ended or failed in a row's own interval, and so must not be repeated later. */
    public static boolean isCount(Metric metric) {
        return isSame(metric, Metrics.METHOD_RATE) || isSame(metric, Metrics.METHOD_ERRORS);
    }

    private static boolean isSame(Metric metric, Metric ofAll) {
        String name = metric.name();
        return metric.equals(ofAll) || (name.startsWith(ofAll.name() + '{') && name.endsWith("}"));
    }
}
