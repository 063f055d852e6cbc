package io.echotrace.finding;

import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Of the packets of the last six seconds more than 1 % were lost, in error or sent again, and more than chance adds to
 * that, which is four at least. Errors are read every two seconds and held until the next reading; they must be seen in two
 * of the last three, so that it takes more than one bad moment. It ends when there are no more than half a percent.
 */
final class NetworkLossRule implements Rule {
    private static final double SHARE = 0.01;
    private static final double BY_CHANCE = 4;
    /** How many standard deviations chance may add, if packets are lost one by one. */
    private static final double DEVIATIONS = 5;

    private static final double RELEASE = 0.005;
    private static final double RELEASE_ERRORS = 2;
    private static final double TRIGGER_LOG = StrictMath.log(SHARE);
    private static final double WORST_LOG = StrictMath.log(0.3);

    private static final int SPANS = 3;
    private static final int WITH_ERRORS = 2;
    private static final double READING_SECONDS = 2;
    /** A little less than the distance of readings, which is not exact. */
    private static final double SPAN_SECONDS = 1.9;
    /** A rate that stays the same for longer was read again. */
    private static final double HELD_SECONDS = 2.5;

    private final double[] errors = new double[SPANS + 1]; // the last of them still grows
    private final double[] packets = new double[SPANS + 1];
    private final long[] fromNanos = new long[SPANS + 1];
    private long previousNanos;
    private long readNanos;
    private double heldRate = Double.NaN;
    private double unreadPackets;
    private @Nullable Evidence evidence;

    @Override
    public Fault fault() {
        return Fault.NETWORK_LOSS;
    }

    @Override
    public @Nullable Evidence judge(Row row, boolean holding) {
        double errorRate = row.value(Metrics.NETWORK_ERRORS);
        double added = row.value(Metrics.NETWORK_PACKETS) * (row.atNanos() - previousNanos) / 1e9;
        previousNanos = row.atNanos();
        if (Double.isNaN(errorRate) || Double.isNaN(added)) {
            forget(row.atNanos());
            return null;
        }
        unreadPackets += added;
        double seconds = (row.atNanos() - readNanos) / 1e9;
        if (errorRate != heldRate || seconds >= HELD_SECONDS) {
            heldRate = errorRate;
            if (errorRate > 0 && errors[SPANS] == 0 && seconds < READING_SECONDS) {
                startWithReading(row);
            }
            read(errorRate * (row.atNanos() - readNanos) / 1e9, row.atNanos(), holding);
        }
        return evidence;
    }

    /** While there was nothing to read, only a guess said when it was read: what is read now began a reading ago. */
    private void startWithReading(Row row) {
        long from = row.atNanos() - (long) (READING_SECONDS * 1e9);
        shift(from);
        readNanos = from;
        unreadPackets = Math.max(unreadPackets, row.value(Metrics.NETWORK_PACKETS) * READING_SECONDS);
    }

    /** The errors of a reading are those since the one before, as are the packets. */
    private void read(double newErrors, long nowNanos, boolean holding) {
        errors[SPANS] += newErrors;
        packets[SPANS] += unreadPackets;
        unreadPackets = 0;
        readNanos = nowNanos;
        if ((nowNanos - fromNanos[SPANS]) / 1e9 >= SPAN_SECONDS) {
            shift(nowNanos);
            evidence = judge(holding);
        }
    }

    private @Nullable Evidence judge(boolean holding) {
        double lost = 0;
        double all = 0;
        int withErrors = 0;
        long since = Long.MAX_VALUE;
        for (int i = 0; i < SPANS; i++) {
            lost += errors[i];
            all += packets[i];
            if (errors[i] > 0) {
                withErrors++;
                since = Math.min(since, fromNanos[i]);
            }
        }
        boolean isLossy = holding
                ? lost > Math.max(RELEASE_ERRORS, RELEASE * all)
                : withErrors >= WITH_ERRORS && lost > tolerated(all);
        if (!isLossy) {
            return null;
        }
        double share = lost / Math.max(all, lost); // a packet that is dropped may not be counted
        double severity = Evidence.severity(StrictMath.log(share), TRIGGER_LOG, WORST_LOG);
        return new Evidence(severity, since, percent(share) + " of the packets lost, in error or sent again");
    }

    private void shift(long nowNanos) {
        for (int i = 0; i < SPANS; i++) {
            errors[i] = errors[i + 1];
            packets[i] = packets[i + 1];
            fromNanos[i] = fromNanos[i + 1];
        }
        errors[SPANS] = 0;
        packets[SPANS] = 0;
        fromNanos[SPANS] = nowNanos;
    }

    private void forget(long nowNanos) {
        Arrays.fill(errors, 0);
        Arrays.fill(packets, 0);
        fromNanos[SPANS] = nowNanos;
        readNanos = nowNanos;
        heldRate = Double.NaN;
        unreadPackets = 0;
        evidence = null;
    }

    private static double tolerated(double packets) {
        double expected = SHARE * packets;
        return expected + Math.max(BY_CHANCE, DEVIATIONS * StrictMath.sqrt(expected));
    }

    private static String percent(double share) {
        return share < 2 * SHARE ? String.format(Locale.ROOT, "%.1f %%", share * 100) : Evidence.percent(share);
    }
}
