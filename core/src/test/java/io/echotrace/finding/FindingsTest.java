package io.echotrace.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.metric.Rows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {
    private final Rows rows = Rows.ofCatalogue();
    private final Findings findings = new Findings(Metrics.PROCESS_CPU);
    private final List<Finding> changes = new ArrayList<>();
    private List<Finding> holding = List.of();
    private double seconds;

    @Test
    void health_findsNothing() {
        run(60, Metrics.PROCESS_CPU, 0.6);
        assertThat(changes).isEmpty();
    }

    @Test
    void cpuSaturation_isFoundAfterThreeSeconds_andStandsWhereItBegan() {
        run(5, Metrics.PROCESS_CPU, 0.5);
        run(2.9, Metrics.PROCESS_CPU, 0.97);
        assertThat(holding).isEmpty();
        run(0.3, Metrics.PROCESS_CPU, 0.97);
        assertThat(holding).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.CPU_SATURATION);
            assertThat(finding.sentence()).isEqualTo("CPU saturation: 97 % of the CPU it may use since 5.0 s");
            assertThat(finding.severity()).isBetween(0.6, 1.0);
        });
    }

    @Test
    void finding_endsOnce_whenItsEvidenceHasBeenGoneForAWhile_andDoesNotFlicker() {
        run(5, Metrics.PROCESS_CPU, 0.95);
        run(1, Metrics.PROCESS_CPU, 0.2);
        run(1, Metrics.PROCESS_CPU, 0.95);
        assertThat(changes).hasSize(1);
        run(4, Metrics.PROCESS_CPU, 0.2);
        assertThat(changes).hasSize(2);
        assertThat(changes.get(1).endNanos()).isBetween(6_800_000_000L, 7_100_000_000L);
        assertThat(holding).isEmpty();
    }

    @Test
    void storm_isFoundByItsRateOrByItsTime() {
        run(1, Metrics.GC_RATE, 3.5);
        assertThat(holding)
                .extracting(Finding::sentence)
                .containsExactly("GC storm: 3.5 collections a second since 0.0 s");
        run(5, Metrics.GC_RATE, 0.5);
        assertThat(holding).isEmpty();
        run(1, Metrics.GC_TIME, 0.34);
        assertThat(holding).extracting(Finding::evidence).containsExactly("34 % of the time in GC pauses");
    }

    @Test
    void longStop_isFoundAtOnce_andSeveralMakeOneFinding() {
        run(1, Metrics.PROCESS_CPU, 0.3);
        rows.stops(0.6, 0.19, "safepoint");
        run(1, Metrics.PROCESS_CPU, 0.3);
        assertThat(holding).isEmpty();
        rows.stops(1.7, 0.25, "G1 Full GC");
        run(1, Metrics.PROCESS_CPU, 0.3);
        rows.stops(2.5, 0.45, "G1 Full GC");
        run(1, Metrics.PROCESS_CPU, 0.3);
        assertThat(holding).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(Fault.LONG_STOP);
            assertThat(finding.startNanos()).isEqualTo(1_700_000_000L);
            assertThat(finding.evidence()).isEqualTo("stopped for up to 450 ms");
        });
        run(10, Metrics.PROCESS_CPU, 0.3);
        assertThat(holding).isEmpty();
    }

    @Test
    void finding_endsWithItsStrongestEvidence() {
        run(1, Metrics.GC_TIME, 0.12);
        run(1, Metrics.GC_TIME, 0.34);
        run(1, Metrics.GC_TIME, 0.07);
        run(5, Metrics.GC_TIME, 0.01);
        assertThat(changes.get(1).evidence()).isEqualTo("34 % of the time in GC pauses");
        assertThat(changes.get(1).endNanos()).isEqualTo(2_900_000_000L);
    }

    @Test
    void longStop_endsWhereTheStopEnded() {
        run(1, Metrics.PROCESS_CPU, 0.3);
        rows.stops(0.8, 0.3, "safepoint");
        seconds = 1.1;
        run(12, Metrics.PROCESS_CPU, 0.3);
        assertThat(changes.get(1).startNanos()).isEqualTo(800_000_000L);
        assertThat(changes.get(1).endNanos()).isEqualTo(1_100_000_000L);
    }

    @Test
    void deadlock_needsTwoSearches() {
        run(4.8, Metrics.THREADS_DEADLOCKED, 2);
        assertThat(holding).isEmpty();
        run(1, Metrics.THREADS_DEADLOCKED, 2);
        assertThat(holding).extracting(Finding::severity).containsExactly(1.0);
    }

    @Test
    void severalFaults_holdAtOnce_andEndWithTheRun() {
        rows.set(Metrics.THREADS_BLOCKED, 0.5);
        run(2, Metrics.HEAP_AFTER_GC, 0.97);
        assertThat(holding).extracting(Finding::fault).containsExactly(Fault.LOCK_CONTENTION, Fault.MEMORY_FULL);
        findings.end(2_000_000_000L);
        assertThat(findings.changes()).extracting(Finding::endNanos).containsExactly(2_000_000_000L, 2_000_000_000L);
    }

    private void run(double forSeconds, Metric metric, double value) {
        rows.set(metric, value);
        for (int i = 0; i < Math.round(forSeconds * 10); i++) {
            Row row = rows.at(seconds);
            holding = findings.judge(row);
            changes.addAll(findings.changes());
            seconds += 0.1;
        }
    }
}
