package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The share of threads that wait for a monitor, of those looked at: every two seconds at most {@value #MOST}, taken in
 * turn. While a JVM starts, many are only believed after another look half a second later. Without stack traces, so that no
 * safepoint is needed.
 */
final class BlockedThreadsProbe implements Probe {
    static final int MOST = 256;

    private static final long PERIOD_NANOS = 500_000_000L;
    private static final int READINGS_BETWEEN_LOOKS = 4;
    private static final double FEW = 0.07;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final JvmStart start;
    private int turn;
    private int readingsToLook;
    private boolean doubted;
    private double blocked = Double.NaN;

    BlockedThreadsProbe(JvmStart start) {
        this.start = start;
    }

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.THREADS_BLOCKED);
    }

    @Override
    public long periodNanos() {
        return PERIOD_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        if (--readingsToLook <= 0) {
            double share = look();
            doubted = !doubted && share > FEW && !start.isOver();
            blocked = doubted ? blocked : share;
            readingsToLook = doubted ? 1 : READINGS_BETWEEN_LOOKS;
        }
        if (Double.isNaN(blocked)) {
            into.unavailable(Metrics.THREADS_BLOCKED, Readings.FIRST_READING);
        } else {
            into.value(Metrics.THREADS_BLOCKED, blocked);
        }
    }

    private double look() {
        long[] all = threads.getAllThreadIds();
        ThreadInfo[] infos = threads.getThreadInfo(inTurn(all, turn));
        turn += MOST;
        int live = 0;
        int waiting = 0;
        for (ThreadInfo info : infos) {
            if (info != null) { // null has ended since
                live++;
                waiting += info.getThreadState() == Thread.State.BLOCKED ? 1 : 0;
            }
        }
        return (double) waiting / Math.max(1, live);
    }

    /** At most {@value #MOST} of the ids, from the given place on and around the end. */
    static long[] inTurn(long[] ids, int from) {
        if (ids.length <= MOST) {
            return ids;
        }
        int start = Math.floorMod(from, ids.length);
        long[] some = Arrays.copyOfRange(ids, start, start + MOST);
        int beyond = start + MOST - ids.length;
        if (beyond > 0) {
            System.arraycopy(ids, 0, some, MOST - beyond, beyond);
        }
        return some;
    }
}
