package io.echotrace.metric;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The metrics of timed calls: those of all together, which are of the catalogue, or the same of one group. Immutable. */
public final class CallMetrics {
    private static final CallMetrics OF_ALL = new CallMetrics(null);

    private final @Nullable String group;
    private final Metric rate;
    private final Metric p50;
    private final Metric p99;
    private final Metric max;
    private final Metric jitter;
    private final Metric errors;
    private final Metric inFlight;
    private final List<Metric> list;

    private CallMetrics(@Nullable String group) {
        this.group = group;
        rate = like(Metrics.METHOD_RATE);
        p50 = like(Metrics.METHOD_P50);
        p99 = like(Metrics.METHOD_P99);
        max = like(Metrics.METHOD_MAX);
        jitter = like(Metrics.METHOD_JITTER);
        errors = like(Metrics.METHOD_ERRORS);
        inFlight = like(Metrics.METHOD_IN_FLIGHT);
        list = Collections.unmodifiableList(Arrays.asList(rate, p50, p99, max, jitter, errors, inFlight));
    }

    /** Those of all calls together. */
    public static CallMetrics ofAll() {
        return OF_ALL;
    }

    /** Those of one group, named as in {@code app.method.rate{checkout}}. */
    public static CallMetrics ofGroup(String group) {
        return new CallMetrics(group);
    }

    /** Those of a group where a run tells it apart; else, as where there is no other, those of all calls. */
    public static CallMetrics ofGroup(String group, MetricSet run) {
        CallMetrics wanted = new CallMetrics(group);
        return run.indexOf(wanted.rate) >= 0 ? wanted : OF_ALL;
    }

    /** Whether a run tells groups apart. */
    public static boolean areGrouped(MetricSet run) {
        String prefix = Metrics.METHOD_RATE.name() + '{';
        return run.metrics().stream().anyMatch(metric -> metric.name().startsWith(prefix));
    }

    /** Whether the metric is one of these, of all calls or of a group. Allocates nothing. */
    public static boolean isOne(Metric metric) {
        for (Metric ofAll : OF_ALL.list) {
            if (isSame(metric, ofAll)) {
                return true;
            }
        }
        return false;
    }

    /** Whether it says how many calls ended or threw in its row's own interval, so that to repeat it would count them twice. */
    public static boolean isCount(Metric metric) {
        return isSame(metric, Metrics.METHOD_RATE) || isSame(metric, Metrics.METHOD_ERRORS);
    }

    /** Calls a second, in the row's own interval. */
    public Metric rate() {
        return rate;
    }

    /** The median duration. */
    public Metric p50() {
        return p50;
    }

    /** The duration that 99 % keep within. */
    public Metric p99() {
        return p99;
    }

    /** The longest duration. */
    public Metric max() {
        return max;
    }

    /** p99 in medians. */
    public Metric jitter() {
        return jitter;
    }

    /** Calls that threw a second, in the row's own interval. */
    public Metric errors() {
        return errors;
    }

    /** Calls that go on at the row's instant. */
    public Metric inFlight() {
        return inFlight;
    }

    /** All of them, in the order of the catalogue. */
    public List<Metric> list() {
        return list;
    }

    private Metric like(Metric ofAll) {
        return group == null
                ? ofAll
                : new Metric(
                        ofAll.name() + '{' + group + '}',
                        ofAll.unit(),
                        ofAll.description() + ", of " + group + " alone");
    }

    private static boolean isSame(Metric metric, Metric ofAll) {
        String name = metric.name();
        int end = ofAll.name().length();
        return name.startsWith(ofAll.name()) && (name.length() == end || name.charAt(end) == '{');
    }
}
