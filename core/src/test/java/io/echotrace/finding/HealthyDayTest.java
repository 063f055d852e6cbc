package io.echotrace.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.metric.Metrics;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A day of a service that is well: all wanders, by the hour and by the minute, and follows the day's load. */
class HealthyDayTest {
    private static final double DAY_SECONDS = 86_400;

    private final JudgedRun run = new JudgedRun(1);
    private Random random = new Random(1);
    private final Wandering heap = new Wandering(1800);
    private final Wandering threads = new Wandering(600);
    private final Wandering traffic = new Wandering(300);
    private final Wandering cpu = new Wandering(60);
    private double nextCollection;
    private double left = Double.NaN;
    private double lost;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void healthyDay_isWithoutFindings(long seed) {
        random = new Random(seed);
        run.run(DAY_SECONDS, this::measure);
        assertThat(run.begun()).isEmpty();
    }

    private void measure(double second) {
        double load = 0.5 - 0.5 * Math.cos(second / DAY_SECONDS * 2 * Math.PI);
        measureHeap(second, load);
        measureNetwork(second, load);
        double pool = 60 + 60 * load + 8 * threads.next() + 2 * random.nextGaussian();
        run.rows.set(Metrics.THREADS, Math.rint(Math.min(1, 0.3 + second / 120) * pool));
        run.rows.set(Metrics.PROCESS_CPU, clipped(0.1 + 0.4 * load + 0.1 * cpu.next(), 0.85));
        run.rows.set(Metrics.DISK_UTILIZATION, clipped(0.2 * random.nextGaussian(), 1));
        run.rows.set(Metrics.FILESYSTEM, 0.7 + 0.1 * second / DAY_SECONDS);
    }

    /** A collection every five to forty seconds, the fewer the less there is to do. */
    private void measureHeap(double second, double load) {
        if (second >= nextCollection) {
            nextCollection = second + (40 - 35 * load) * (0.5 + random.nextDouble());
            double live = 0.4 + 0.1 * load + 0.02 * heap.next(second) + 0.003 * random.nextGaussian();
            left = clipped(live * (1 - Math.exp(-second / 60)), 1);
        }
        run.rows.set(Metrics.HEAP_AFTER_GC, left);
    }

    /** Some megabytes at noon, a larger transfer every quarter of an hour, and one packet of two thousand sent again. */
    private void measureNetwork(double second, double load) {
        double bytes = 2e4 * Math.exp(5 * load + 0.5 * traffic.next() + 0.3 * random.nextGaussian());
        boolean isTransfer = second % 900 > 880;
        double all = Math.min(bytes, 12e6) + (isTransfer ? 3e6 : 0);
        run.rows.set(Metrics.NETWORK_RECEIVE, all / 3).set(Metrics.NETWORK_TRANSMIT, all * 2 / 3);
        double packets = all / 800;
        run.rows.set(Metrics.NETWORK_PACKETS, packets);
        lost += packets / 2000 + 0.3 * Math.sqrt(packets / 2000) * random.nextGaussian();
        if (second % 2 == 0) {
            double errors = Math.max(0, Math.floor(lost));
            run.rows.set(Metrics.NETWORK_ERRORS, errors / 2);
            lost -= errors;
        }
    }

    private static double clipped(double value, double most) {
        return Math.max(0, Math.min(value, most));
    }

    /** Noise of variance 1 that remembers for some time. */
    private final class Wandering {
        private final double seconds;
        private double value;
        private double at;

        Wandering(double seconds) {
            this.seconds = seconds;
        }

        double next() {
            return next(at + 1);
        }

        double next(double second) {
            double kept = Math.exp(-(second - at) / seconds);
            value = value * kept + Math.sqrt(1 - kept * kept) * random.nextGaussian();
            at = second;
            return value;
        }
    }
}
