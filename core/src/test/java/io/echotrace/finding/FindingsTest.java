package io.echotrace.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.metric.Rows;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FindingsTest {
    private final Rows rows = Rows.ofCatalogue();
    private final Findings findings = new Findings(Subjects.of(Metrics.PROCESS_CPU));
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
    void safepointStall_isFoundByTheTimeThatThreadsTookToStop() {
        run(1, Metrics.PROCESS_CPU, 0.3);
        rows.stops(0.7, 0.06, "safepoint sync=0.05");
        run(1, Metrics.PROCESS_CPU, 0.3);
        assertThat(holding).isEmpty();
        rows.stops(1.7, 0.121, "G1 Evacuation Pause sync=0.12");
        run(1, Metrics.PROCESS_CPU, 0.3);
        assertThat(holding)
                .extracting(Finding::sentence)
                .containsExactly("safepoint stall: threads took up to 120 ms to stop since 1.7 s");
        run(9, Metrics.PROCESS_CPU, 0.3);
        assertThat(holding).isEmpty();
        assertThat(changes.get(1).endNanos()).isEqualTo(1_821_000_000L);
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
        run(1.4, Metrics.THREADS_DEADLOCKED, 2);
        assertThat(holding).isEmpty();
        run(0.3, Metrics.THREADS_DEADLOCKED, 2);
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

    @ParameterizedTest
    @MethodSource("levels")
    void findingHolds_untilItsValueIsBelowTheRelease(Level level) {
        run(4, level.metric, level.over);
        assertThat(holding).extracting(Finding::fault).containsExactly(level.fault);
        run(10, level.metric, level.between);
        assertThat(holding).extracting(Finding::fault).containsExactly(level.fault);
        assertThat(changes).hasSize(1);
        double releasedAt = seconds;
        run(10, level.metric, level.below);
        assertThat(holding).isEmpty();
        assertThat(changes).hasSize(2);
        assertThat(changes.get(1).startNanos()).isEqualTo(changes.get(0).startNanos());
        assertThat(changes.get(1).endNanos() / 1e9).isBetween(releasedAt - 0.2, releasedAt);
    }

    @ParameterizedTest
    @MethodSource("levels")
    void valueBetweenReleaseAndTrigger_opensNothing(Level level) {
        run(10, level.metric, level.between);
        run(1, level.metric, level.below);
        run(10, level.metric, level.between);
        assertThat(changes).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("levels")
    void findingThatHasEnded_isNotOpenedAgainBelowTheTrigger(Level level) {
        run(4, level.metric, level.over);
        run(4, level.metric, level.below);
        run(10, level.metric, level.between);
        assertThat(changes).hasSize(2);
        run(4, level.metric, level.over);
        assertThat(changes).hasSize(3);
        assertThat(changes.get(2).startNanos() / 1e9).isEqualTo(18, within(0.05));
    }

    @ParameterizedTest
    @MethodSource("levels")
    void unmeasuredValue_speaksForNothing(Level level) {
        run(10, level.metric, Double.NaN);
        assertThat(changes).isEmpty();
        run(4, level.metric, level.over);
        run(4, level.metric, Double.NaN);
        assertThat(holding).isEmpty();
        assertThat(changes).hasSize(2);
    }

    @Test
    void storm_goesOnByItsTime_whenItBeganByItsRate() {
        run(1, Metrics.GC_RATE, 4);
        rows.set(Metrics.GC_RATE, 1);
        run(5, Metrics.GC_TIME, 0.07);
        assertThat(holding).extracting(Finding::fault).containsExactly(Fault.GC_STORM);
        assertThat(changes).hasSize(1);
    }

    @Test
    void fullMachine_isFoundAtOnce_withItsShare() {
        run(0.1, Metrics.SYSTEM_MEMORY, 0.97);
        assertThat(holding)
                .extracting(Finding::sentence)
                .containsExactly("memory nearly full: 97 % of the memory used since 0.0 s");
    }

    @Test
    void busyDisk_isFoundAfterFiveSeconds_withItsShareOfTheTime() {
        run(4.9, Metrics.DISK_UTILIZATION, 0.95);
        assertThat(holding).isEmpty();
        run(0.3, Metrics.DISK_UTILIZATION, 0.95);
        assertThat(holding)
                .extracting(Finding::sentence)
                .containsExactly("disk saturation: 95 % of the time a disk is busy since 0.0 s");
    }

    @ParameterizedTest
    @CsvSource({"0.96, 0.5, 0.55", "0.99, 0.85, 0.9", "1, 1, 1"})
    void fullFileSystem_isAsBadAsItIsFull(double used, double from, double to) {
        run(1, Metrics.FILESYSTEM, used);
        assertThat(holding)
                .extracting(Finding::evidence)
                .containsExactly(Evidence.percent(used) + " of a file system used");
        assertThat(holding.get(0).severity()).isBetween(from, to);
    }

    @Test
    void cpu_isThatOfTheMachine_whereNoProcessIsWatched() {
        Findings machine = new Findings(Subjects.of(Metrics.SYSTEM_CPU));
        rows.set(Metrics.SYSTEM_CPU, 0.97).set(Metrics.PROCESS_CPU, 0.1);
        assertThat(afterFiveSeconds(machine))
                .extracting(Finding::sentence)
                .containsExactly("CPU saturation: 97 % of the CPU it may use since 0.0 s");
    }

    @Test
    void cpuOfTheOther_isNotJudged() {
        rows.set(Metrics.SYSTEM_CPU, 0.1).set(Metrics.PROCESS_CPU, 0.97);
        assertThat(afterFiveSeconds(new Findings(Subjects.of(Metrics.SYSTEM_CPU))))
                .isEmpty();
        rows.set(Metrics.SYSTEM_CPU, 0.97).set(Metrics.PROCESS_CPU, 0.1);
        assertThat(afterFiveSeconds(new Findings(Subjects.of(Metrics.PROCESS_CPU))))
                .isEmpty();
    }

    private static List<Level> levels() {
        return List.of(
                new Level(Fault.CPU_SATURATION, Metrics.PROCESS_CPU, 0.95, 0.87, 0.84),
                new Level(Fault.LOCK_CONTENTION, Metrics.THREADS_BLOCKED, 0.12, 0.08, 0.06),
                new Level(Fault.MEMORY_FULL, Metrics.HEAP_AFTER_GC, 0.96, 0.93, 0.91),
                new Level(Fault.MEMORY_FULL, Metrics.SYSTEM_MEMORY, 0.96, 0.93, 0.91),
                new Level(Fault.DISK_SATURATION, Metrics.FILESYSTEM, 0.96, 0.945, 0.93),
                new Level(Fault.GC_STORM, Metrics.GC_RATE, 3.1, 2, 1.7),
                new Level(Fault.GC_STORM, Metrics.GC_TIME, 0.11, 0.07, 0.05));
    }

    /** A metric's values above its trigger, between trigger and release, and below its release. */
    private record Level(Fault fault, Metric metric, double over, double between, double below) {}

    private List<Finding> afterFiveSeconds(Findings judging) {
        List<Finding> last = List.of();
        for (int i = 0; i <= 50; i++) {
            last = judging.judge(rows.at(i / 10.0));
        }
        return last;
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
