package io.echotrace.finding;

import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The traffic is in the top fifth of the pulse's range, and more than four times the usual, for two seconds. Judged by the
 * mean of each half second. Nothing is found in the first thirty seconds, when nothing is usual yet. A bulk load that comes
 * again and again is a habit: what is found then is what goes well beyond it.
 */
final class NetworkFloodRule implements Rule {
    private static final double KNOWN_SECONDS = 30;
    private static final double SPAN_SECONDS = 0.5;
    private static final long LASTING_NANOS = 2_000_000_000L;
    private static final double TRIGGER = 0.80;
    private static final double RELEASE = 0.75;
    private static final double TRIGGER_LOG = StrictMath.log(4);
    private static final double RELEASE_LOG = StrictMath.log(2.5);
    private static final double BEYOND_HABIT_LOG = StrictMath.log(1.5);
    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final long NOT_OVER = Long.MIN_VALUE;

    private final double knee;
    private final double rangeLog;
    private final Usual usualLog = new Usual(KNOWN_SECONDS);
    private final Excursions excursions = new Excursions();
    private long previousNanos;
    private double bytes;
    private double seconds;
    private long fromNanos; // of the excursion that goes on, and when its first span was over
    private long overSinceNanos = NOT_OVER;
    private double usualLogBefore;
    private double peakLog = NONE;
    private double peakSeconds;
    private @Nullable Evidence evidence;

    NetworkFloodRule(Subjects subjects) {
        knee = subjects.networkKnee;
        rangeLog = StrictMath.log1p(subjects.networkMax / knee);
    }

    @Override
    public Fault fault() {
        return Fault.NETWORK_FLOOD;
    }

    @Override
    public @Nullable Evidence judge(Row row, boolean holding) {
        double passed = (row.atNanos() - previousNanos) / 1e9;
        previousNanos = row.atNanos();
        double perSecond = sum(row.value(Metrics.NETWORK_RECEIVE), row.value(Metrics.NETWORK_TRANSMIT));
        if (Double.isNaN(perSecond)) {
            interrupt();
            return null;
        }
        bytes += perSecond * passed;
        seconds += passed;
        if (seconds >= SPAN_SECONDS) {
            double log = StrictMath.log1p(bytes / seconds / knee);
            excursions.moveTo(row.atNanos());
            evidence = usualLog.isKnown() ? judge(log, row.atNanos(), holding) : null;
            learn(log);
            bytes = 0;
            seconds = 0;
        }
        return evidence;
    }

    private @Nullable Evidence judge(double log, long nowNanos, boolean holding) {
        double position = log / rangeLog;
        double habitLog = excursions.habitual();
        double above = log - Math.max(usualLog.value(), habitLog + BEYOND_HABIT_LOG - TRIGGER_LOG);
        if (position < (holding ? RELEASE : TRIGGER) || above <= (holding ? RELEASE_LOG : TRIGGER_LOG)) {
            overSinceNanos = NOT_OVER;
            return null;
        }
        if (overSinceNanos == NOT_OVER) {
            overSinceNanos = nowNanos;
            fromNanos = nowNanos - (long) (seconds * 1e9);
            usualLogBefore = usualLog.value();
        }
        if (!holding && nowNanos - overSinceNanos < LASTING_NANOS) {
            return null;
        }
        return new Evidence(Evidence.severity(position, TRIGGER, 1), fromNanos, words(log, habitLog));
    }

    /** What lasts long enough to be a flood is remembered, when it is over: what comes again and again is a habit. */
    private void learn(double log) {
        boolean isFarBeyond =
                usualLog.isKnown() && (overSinceNanos != NOT_OVER || log - usualLog.value() > TRIGGER_LOG);
        if (isFarBeyond) {
            peakLog = Math.max(peakLog, log);
            peakSeconds += seconds;
        } else {
            if (peakSeconds * 1e9 >= LASTING_NANOS) {
                excursions.add(peakLog);
            }
            peakLog = NONE;
            peakSeconds = 0;
        }
        usualLog.learn(log, seconds, isFarBeyond);
    }

    private void interrupt() {
        bytes = 0;
        seconds = 0;
        overSinceNanos = NOT_OVER;
        peakLog = NONE;
        peakSeconds = 0;
        evidence = null;
    }

    private String words(double log, double habitLog) {
        String usual = habitLog > usualLogBefore + TRIGGER_LOG
                ? "now and then it is " + bytesPerSecond(habitLog)
                : "usual is " + bytesPerSecond(usualLogBefore);
        return "network " + bytesPerSecond(log) + ", " + usual;
    }

    private String bytesPerSecond(double log) {
        double mega = knee * StrictMath.expm1(log) / 1e6;
        return mega < 1
                ? String.format(Locale.ROOT, "%.0f kB/s", mega * 1e3)
                : String.format(Locale.ROOT, mega < 9.95 ? "%.1f MB/s" : "%.0f MB/s", mega);
    }

    /** Of those that are measured. */
    private static double sum(double receive, double transmit) {
        return Double.isNaN(receive) ? transmit : Double.isNaN(transmit) ? receive : receive + transmit;
    }
}
