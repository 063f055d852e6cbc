package io.echotrace.agent.weave;

import io.echotrace.agent.host.Notices;
import io.echotrace.output.DaemonThread;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Methods that are called so often that timing them costs more than it tells: where the user has set a limit, they are
 * found and given back. All calls together are known anyway; only when these are beyond the limit is it counted for a
 * moment which method they are of, and again, so that a burst is none.
 */
final class HotMethods {
    private static final long HUNT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final int HUNTS = 2;
    private static final long HINT_CALLS_PER_SECOND = 1_000_000;
    private static final int HINT_SECONDS = 5;

    private final @Nullable Integer mostPerSecond;
    private final Recorder recorder;
    private final TimedMethods methods;
    private final Consumer<List<String>> release;
    private final Notices notices;

    private long lastCalls;
    private long lastNanos = System.nanoTime();
    private int secondsAboveHint;
    private boolean hinted;
    private final HuntSchedule schedule = new HuntSchedule(System.nanoTime());
    /** There while it is being hunted; while it is, the schedule is that thread's. */
    private volatile @Nullable DaemonThread hunt;

    private volatile boolean stopped;

    /**
     * @param mostPerSecond calls a second of one method; null for no limit
     * @param release gives back the code of methods, by name
     */
    HotMethods(
            @Nullable Integer mostPerSecond,
            Recorder recorder,
            TimedMethods methods,
            Consumer<List<String>> release,
            Notices notices) {
        this.mostPerSecond = mostPerSecond;
        this.recorder = recorder;
        this.methods = methods;
        this.release = release;
        this.notices = notices;
    }

    /** To be told once a second, by one thread, how many calls there have been. */
    void look(long calls) {
        long now = System.nanoTime();
        double perSecond = (calls - lastCalls) * 1e9 / Math.max(1, now - lastNanos);
        lastCalls = calls;
        lastNanos = now;
        Integer most = mostPerSecond;
        if (most == null) {
            hintAt(perSecond);
        } else if (hunt == null && !stopped && schedule.isDue(now, perSecond > most)) {
            start(most);
        }
    }

    /** Ends a hunt and begins none any longer. */
    void stop(long deadline) {
        stopped = true;
        DaemonThread thread = hunt;
        if (thread != null) {
            thread.wake();
            thread.await(deadline - System.nanoTime(), System::nanoTime);
        }
    }

    private void start(int most) {
        DaemonThread thread = new DaemonThread("weaver", () -> hunt(most));
        hunt = thread;
        try {
            thread.start();
        } catch (Throwable noThread) {
            schedule.hunted(System.nanoTime(), false);
            hunt = null;
            notices.debug(noThread);
        }
    }

    private void hintAt(double perSecond) {
        secondsAboveHint = perSecond > HINT_CALLS_PER_SECOND ? secondsAboveHint + 1 : 0;
        if (secondsAboveHint == HINT_SECONDS && !hinted) {
            hinted = true;
            notices.warn(
                    grouped(perSecond) + " calls a second are timed, which costs; methods.max-rate=100000 gives back"
                            + " methods that are called more often than that");
        }
    }

    private void hunt(int most) {
        boolean found = false;
        try {
            double[] rates = rates();
            BitSet hot = above(rates, most);
            for (int i = 1; i < HUNTS && !hot.isEmpty() && !stopped; i++) {
                rates = rates();
                hot.and(above(rates, most));
            }
            found = !hot.isEmpty() && !stopped;
            if (found) {
                release(hot, rates, most);
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError failure) {
            notices.debug(failure);
        } finally {
            schedule.hunted(System.nanoTime(), found);
            hunt = null;
        }
    }

    /** Calls a second of each method, by number. */
    private double[] rates() throws ReflectiveOperationException {
        int[] counts = new int[methods.count()];
        long start = System.nanoTime();
        try {
            recorder.hunt(counts);
            DaemonThread.pause(HUNT_NANOS);
        } finally {
            recorder.hunt(null);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double[] rates = new double[counts.length];
        for (int method = 0; method < rates.length; method++) {
            rates[method] = counts[method] / seconds;
        }
        return rates;
    }

    private static BitSet above(double[] rates, int most) {
        BitSet above = new BitSet();
        for (int method = 0; method < rates.length; method++) {
            above.set(method, rates[method] > most);
        }
        return above;
    }

    private void release(BitSet hot, double[] rates, int most) {
        List<String> names = new ArrayList<>();
        StringJoiner told = new StringJoiner(", ");
        for (int method = hot.nextSetBit(0); method >= 0; method = hot.nextSetBit(method + 1)) {
            methods.exclude(method);
            names.add(methods.name(method));
            told.add(methods.name(method) + " (" + grouped(rates[method]) + " calls a second)");
        }
        release.accept(names);
        notices.warn("no longer timing " + told + ": more than methods.max-rate=" + most);
    }

    /** In groups of three digits, which no language takes for a fraction: {@code 3 200 000}. */
    private static String grouped(double number) {
        return String.format(Locale.ROOT, "%,.0f", number).replace(',', ' ');
    }
}
