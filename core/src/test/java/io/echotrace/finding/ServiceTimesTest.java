package io.echotrace.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.probe.CallCounts;
import io.echotrace.probe.CallSource;
import io.echotrace.probe.DurationBuckets;
import io.echotrace.probe.MethodProbe;
import io.echotrace.probe.Readings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Services that stay as they are, and such that change, as the probe of timed calls reports them; calls come at random. */
class ServiceTimesTest {
    private static final long INTERVAL_MILLIS = 100;

    private final Random random = new Random(7);
    private final Calls calls = new Calls();
    private final MethodProbe probe = new MethodProbe(List.of(calls));
    private final MetricSet metrics = new MetricSet(probe.metrics());
    private final Readings readings = new Readings(metrics);
    private final Findings findings = new Findings(Subjects.of(Metrics.PROCESS_CPU));
    private final List<Finding> begun = new ArrayList<>();
    private long nowMillis;
    private double nextCallSeconds;

    @ParameterizedTest
    @CsvSource({
        "10, 0.02",
        "20, 0.005",
        "20, 0.02",
        "20, 0.05",
        "50, 0.01",
        "50, 0.02",
        "100, 0.008",
        "100, 0.012",
        "100, 0.02",
        "200, 0.01"
    })
    void someCallsAHundredTimesAsSlow_areHowTheServiceIs(double callsPerSecond, double slow) {
        run(3600, callsPerSecond, () -> logNormal(random.nextDouble() < slow ? 0.1 : 0.001, 0.3));
        assertThat(begunAfter(120)).hasSizeLessThanOrEqualTo(2);
        assertThat(begun).hasSizeLessThanOrEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"10, 1", "20, 1", "20, 1.5", "50, 1", "100, 1.5"})
    void heavyTail_isHowTheServiceIs(double callsPerSecond, double sigma) {
        run(3600, callsPerSecond, () -> logNormal(0.002, sigma));
        assertThat(begun).hasSizeLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"100, 20", "100, 60", "100, 600", "500, 60"})
    void smoothService_isNamedWithinFiveSeconds_whenItHesitates(double callsPerSecond, double smoothSeconds) {
        run(smoothSeconds, callsPerSecond, () -> logNormal(0.005, 0.2));
        assertThat(begun).isEmpty();
        run(5, callsPerSecond, this::hesitant);
        assertThat(begun).extracting(Finding::fault).containsExactly(Fault.LATENCY_JITTER);
        run(55, callsPerSecond, this::hesitant);
        assertThat(begun).hasSize(1);
    }

    @Test
    void fewCalls_takeLonger() {
        run(60, 50, () -> logNormal(0.005, 0.2));
        run(20, 50, this::hesitant);
        assertThat(begun).extracting(Finding::fault).containsExactly(Fault.LATENCY_JITTER);
    }

    @ParameterizedTest
    @CsvSource({"20", "100", "1000"})
    void singleStalls_areNone(double callsPerSecond) {
        run(60, callsPerSecond, () -> logNormal(0.005, 0.2));
        for (int i = 0; i < 3; i++) {
            run(0.1, callsPerSecond, () -> logNormal(0.055, 0.2));
            run(20, callsPerSecond, () -> logNormal(0.005, 0.2));
        }
        assertThat(begun).isEmpty();
    }

    @Test
    void hesitation_isNamedAgain_whenItComesBack() {
        run(60, 100, () -> logNormal(0.005, 0.2));
        run(30, 100, this::hesitant);
        run(60, 100, () -> logNormal(0.005, 0.2));
        run(30, 100, this::hesitant);
        assertThat(begun).hasSize(2);
    }

    @Test
    void loadTest_whoseServiceBeginsToHesitate_isHeard() {
        run(12, 100, () -> logNormal(0.02, 0.05));
        run(9, 200, () -> logNormal(0.02, 0.05));
        assertThat(begun).isEmpty();
        run(5, 200, this::hesitant);
        assertThat(begun).hasSize(1);
    }

    private double hesitant() {
        double hesitation = random.nextDouble() < 0.1 ? 0.05 + 0.15 * random.nextDouble() : 0;
        return logNormal(0.005, 0.2) + hesitation;
    }

    private double logNormal(double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    private List<Finding> begunAfter(double seconds) {
        return begun.stream()
                .filter(finding -> finding.startNanos() > seconds * 1e9)
                .toList();
    }

    private void run(double seconds, double callsPerSecond, DoubleSupplier duration) {
        long endMillis = nowMillis + Math.round(1000 * seconds);
        while (nowMillis < endMillis) {
            long previousNanos = nowMillis * 1_000_000;
            nowMillis += INTERVAL_MILLIS;
            while (nextCallSeconds < nowMillis / 1e3) {
                calls.ended.add(Math.round(1e9 * duration.getAsDouble()));
                nextCallSeconds -= Math.log(1 - random.nextDouble()) / callsPerSecond;
            }
            long nowNanos = nowMillis * 1_000_000;
            probe.read(nowNanos, readings);
            findings.judge(new Row(readings.snapshot(nowNanos), readings.takeOccurrences(), previousNanos));
            findings.changes().stream()
                    .filter(finding -> finding.endNanos() == Finding.ONGOING)
                    .forEach(begun::add);
        }
    }

    /** What has ended since it was last drained. */
    private static final class Calls implements CallSource {
        final List<Long> ended = new ArrayList<>();

        @Override
        public String name() {
            return "calls";
        }

        @Override
        public void drainTo(CallCounts into) {
            for (long nanos : ended) {
                into.add(DurationBuckets.of(nanos), 1);
                into.longest(nanos);
            }
            ended.clear();
        }
    }
}
