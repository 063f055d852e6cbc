package io.echotrace.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.anomaly.Scorer;
import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Row;
import io.echotrace.metric.Rows;
import io.echotrace.metric.Unit;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapperTest {
    private Rows rows = Rows.ofCatalogue();
    private final Timeline timeline = new Timeline();
    private final Timeline.Reader reader = timeline.reader();
    private Mapper mapper = new Mapper(table(CallMetrics.ofAll()), timeline);
    private final Targets targets = new Targets();
    private final List<Cue> cues = new ArrayList<>();
    private double seconds;

    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 0.5", "1, 1"})
    void cpu_isThePitchOfTheGround(double cpu, double pitch) {
        assertThat(after(10, Metrics.PROCESS_CPU, cpu, Control.GROUND_PITCH)).isEqualTo(pitch, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "10e3, 1.1893", "1e6, 3.1701", "50e6, 8.4090", "100e6, 10", "1e9, 10"})
    void network_isTheRateOfThePulse(double bytesPerSecond, double hz) {
        rows.set(Metrics.NETWORK_TRANSMIT, 0);
        assertThat(after(10, Metrics.NETWORK_RECEIVE, bytesPerSecond, Control.PULSE_HZ))
                .isEqualTo(hz, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1.2060", "20, 2.2777", "100, 3.4823", "1000, 6.4728", "5000, 10", "80000, 10"})
    void requests_areTheRateOfThePulse_whereTheyAreKnown_whateverTheNetworkDoes(double perSecond, double hz) {
        rows.set(Metrics.NETWORK_TRANSMIT, 0).set(Metrics.NETWORK_RECEIVE, 1e6);
        assertThat(after(10, Metrics.METHOD_RATE, perSecond, Control.PULSE_HZ)).isEqualTo(hz, within(1e-3));
        assertThat(last(Control.PULSE_PAN)).as("still the network's").isEqualTo(-1);
    }

    @Test
    void requestsThatAreUnknownForAMoment_leaveThePulseAsItIs_untilTwoSecondsAreOver() {
        rows.set(Metrics.NETWORK_TRANSMIT, 0).set(Metrics.NETWORK_RECEIVE, 1e6);
        double known = after(10, Metrics.METHOD_RATE, 20, Control.PULSE_HZ);
        assertThat(after(1.9, Metrics.METHOD_RATE, Double.NaN, Control.PULSE_HZ))
                .isEqualTo(known);
        assertThat(after(0.1, Metrics.METHOD_RATE, 20, Control.PULSE_HZ)).isEqualTo(known);
        assertThat(after(2, Metrics.METHOD_RATE, Double.NaN, Control.PULSE_HZ))
                .as("the network's")
                .isEqualTo(3.1701, within(1e-3));
        assertThat(after(0.1, Metrics.METHOD_RATE, 5000, Control.PULSE_HZ))
                .as("begins anew")
                .isEqualTo(10, within(1e-9));
    }

    @Test
    void allCalls_areThePulse_asLongAsTheGroupOfRequestsHasNothingToTell() {
        Metric http = CallMetrics.ofGroup("@http").rate();
        List<Metric> metrics = new ArrayList<>(Metrics.all());
        metrics.add(http);
        rows = new Rows(metrics.toArray(new Metric[0]));
        mapper = new Mapper(table(CallMetrics.ofGroup("@http")), timeline);
        rows.set(Metrics.NETWORK_TRANSMIT, 0).set(Metrics.NETWORK_RECEIVE, 1e6);
        assertThat(after(1, http, Double.NaN, Control.PULSE_HZ))
                .as("the network's")
                .isEqualTo(3.1701, within(1e-3));
        assertThat(after(10, Metrics.METHOD_RATE, 1000, Control.PULSE_HZ)).isEqualTo(6.4728, within(1e-3));
        assertThat(after(10, http, 20, Control.PULSE_HZ)).isEqualTo(2.2777, within(1e-3));
        assertThat(after(1, http, Double.NaN, Control.PULSE_HZ)).isEqualTo(2.2777, within(1e-3));
    }

    private static SoundTable table(CallMetrics requests) {
        return new SoundTable(Metrics.PROCESS_CPU, 100e6, 5000, requests, true, false);
    }

    @Test
    void troubleOfTimedCalls_isThePulses_ofAllAndOfAGroup() {
        CallMetrics.ofAll()
                .list()
                .forEach(metric -> assertThat(Carrier.of(metric)).isEqualTo(Carrier.PULSE));
        assertThat(Carrier.of(CallMetrics.ofGroup("@http").p99())).isEqualTo(Carrier.PULSE);
        assertThat(Carrier.of(new Metric("app.method.rates", Unit.COUNT, ""))).isEqualTo(Carrier.FIFTH);
    }

    @Test
    void received_isLeft_sent_isRight() {
        rows.set(Metrics.NETWORK_TRANSMIT, 0);
        assertThat(after(10, Metrics.NETWORK_RECEIVE, 1000, Control.PULSE_PAN)).isEqualTo(-1);
        rows.set(Metrics.NETWORK_TRANSMIT, 3000);
        assertThat(after(10, Metrics.NETWORK_RECEIVE, 1000, Control.PULSE_PAN)).isEqualTo(0.5, within(0.01));
    }

    @Test
    void memory_isTheLevelOfTheBed_theLargerOfHeapAndMachine_andMovesSlowly() {
        rows.set(Metrics.SYSTEM_MEMORY, 0.2);
        assertThat(after(1, Metrics.HEAP_AFTER_GC, 0.1, Control.BODY_DB)).isEqualTo(-11.2, within(1e-9));
        assertThat(after(1, Metrics.HEAP_AFTER_GC, 0.9, Control.BODY_DB)).isLessThanOrEqualTo(-8.2 + 1e-6);
        assertThat(after(10, Metrics.HEAP_AFTER_GC, 0.9, Control.BODY_DB)).isEqualTo(-1.4, within(0.05));
    }

    @Test
    void plateau_isReachedExactly_fromNearAndFar() {
        for (double cpu : new double[] {0.1, 0.5, 0.46, 0.95, 0.05}) {
            assertThat(after(6, Metrics.PROCESS_CPU, cpu, Control.GROUND_PITCH)).isEqualTo(cpu, within(0.002));
        }
    }

    @Test
    void smallWavering_isNotHeard() {
        double before = after(5, Metrics.PROCESS_CPU, 0.4, Control.GROUND_PITCH);
        Random random = new Random(1);
        for (int i = 0; i < 600; i++) {
            assertThat(after(0.1, Metrics.PROCESS_CPU, 0.4 + 0.02 * random.nextGaussian(), Control.GROUND_PITCH))
                    .isEqualTo(before);
        }
    }

    @Test
    void unmeasuredNetwork_isNoPulse_unmeasuredMemory_isTheMiddle() {
        assertThat(after(1, Metrics.PROCESS_CPU, 0.4, Control.PULSE_HZ)).isZero();
        assertThat(after(1, Metrics.PROCESS_CPU, 0.4, Control.BODY_DB)).isEqualTo(-7);
    }

    @Test
    void singleStall_makesThePulseStumbleForASecondOrTwo() {
        rows.set(Metrics.STALL, 0.002);
        assertThat(after(1, Metrics.PROCESS_CPU, 0.4, Control.PULSE_STAGGER)).isZero();
        assertThat(after(0.1, Metrics.STALL, 0.3, Control.PULSE_STAGGER)).isEqualTo(0.3);
        assertThat(after(1, Metrics.STALL, 0.002, Control.PULSE_STAGGER)).isBetween(0.1, 0.2);
        assertThat(after(2, Metrics.STALL, 0.002, Control.PULSE_STAGGER)).isZero();
    }

    @Test
    void loudness_doesNotLeap_afterAGapWithoutRows() {
        double before = after(1, Metrics.SYSTEM_MEMORY, 0.2, Control.BODY_DB);
        seconds += 10;
        assertThat(after(0.1, Metrics.SYSTEM_MEMORY, 0.9, Control.BODY_DB)).isLessThan(before + 1);
    }

    @Test
    void timeline_isFinalUpToTheEnd_andNoFurther() {
        mapper.finish(1_234_000_000L);
        assertThat(timeline.sealedNanos()).isEqualTo(1_234_000_000L);
    }

    @Test
    void severity_isHeardWhereTheTroubleIs() {
        map(List.of(new Finding(Fault.CPU_SATURATION, 0.7, 0, Finding.ONGOING, "")));
        assertThat(mapper.heard()).isEqualTo(0.7);
        assertThat(last(Control.GROUND_TENSION)).isEqualTo(0.7);
        assertThat(last(Control.FIFTH_TENSION)).isZero();
        assertThat(last(Control.NOISE)).isEqualTo(0.7);
    }

    @Test
    void metricWhoseNoveltyIsHeard_isKnown_untilThatHasFaded() {
        Scorer scorer = new Scorer(rows.metrics());
        for (int i = 0; i < 600; i++) {
            threads(40 + i % 3, scorer);
        }
        assertThat(mapper.unusual()).isNull();
        threads(900, scorer);
        assertThat(mapper.unusual()).returns(Metrics.THREADS, Unusual::metric).returns(mapper.heard(), Unusual::score);
        assertThat(mapper.heard()).isGreaterThan(Scores.UNUSUAL);
        for (int i = 0; i < 100; i++) {
            map(List.of());
            assertThat(mapper.unusual() != null).isEqualTo(mapper.heard() >= Scores.UNUSUAL);
        }
        assertThat(mapper.unusual()).isNull();
    }

    private void threads(int count, Scorer scorer) {
        Row row = rows.set(Metrics.THREADS, count).at(seconds);
        mapper.map(row, scorer.score(row), List.of());
        seconds++;
    }

    @Test
    void shortCollection_isATick_untilThereIsAStorm() {
        rows.stops(0.02, 0.02, "G1 Evacuation Pause sync=0.0001");
        map(List.of());
        rows.stops(0.12, 0.02, "G1 Evacuation Pause sync=0.0001");
        map(List.of(new Finding(Fault.GC_STORM, 0.5, 0, Finding.ONGOING, "")));
        assertThat(cues).extracting(Cue::kind).containsOnly(Cue.Kind.WOOD_BLOCK);
        assertThat(cues.get(0).levelDb()).isEqualTo(-12);
        assertThat(cues.get(1).levelDb()).isBetween(-2.0, 0.0);
    }

    @Test
    void longStop_isAHoleOfItsLength_andAThudBehindIt() {
        map(List.of());
        rows.stops(0.01, 0.4, "safepoint sync=0.01");
        seconds = 0.42;
        map(List.of());
        assertThat(cues).extracting(Cue::kind).containsExactly(Cue.Kind.HOLE, Cue.Kind.THUD);
        assertThat(cues.get(0).atNanos()).isEqualTo(10_000_000L);
        assertThat(cues.get(0).lengthNanos()).isEqualTo(400_000_000L);
        assertThat(cues.get(1).atNanos()).isEqualTo(410_000_000L);
    }

    @Test
    void stopForWhichThreadsWereWaitedFor_bendsOverTheWait_andIsAHoleForTheRest() {
        map(List.of());
        rows.stops(0.01, 0.4, "safepoint sync=0.3");
        seconds = 0.42;
        map(List.of());
        assertThat(cues).extracting(Cue::kind).containsExactly(Cue.Kind.HOLE, Cue.Kind.THUD);
        assertThat(cues.get(0).atNanos()).isEqualTo(310_000_000L);
        assertThat(cues.get(0).lengthNanos()).isEqualTo(100_000_000L);
        assertThat(cues.get(0).bendNanos()).isEqualTo(300_000_000L);
        assertThat(cues.get(1).atNanos()).isEqualTo(410_000_000L);
        assertThat(cues.get(1).lengthNanos()).isEqualTo(400_000_000L);
    }

    @Test
    void briefStopAfterALongWait_bends_withoutAThud() {
        map(List.of());
        rows.stops(0.01, 0.081, "G1 Evacuation Pause sync=0.08");
        map(List.of());
        rows.stops(0.15, 0.05, "safepoint sync=0.05");
        map(List.of());
        assertThat(cues).extracting(Cue::kind).containsExactly(Cue.Kind.HOLE, Cue.Kind.WOOD_BLOCK);
        assertThat(cues.get(0).bendNanos()).isEqualTo(80_000_000L);
        assertThat(cues.get(1).atNanos()).isEqualTo(91_000_000L);
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0.2486", "0.7, 0.2743", "1, 0.3"})
    void latencyJitter_makesThePulseStagger_fromItsWeakestFindingOn(double severity, double stagger) {
        map(List.of(finding(Fault.LATENCY_JITTER, severity)));
        assertThat(last(Control.PULSE_STAGGER)).isEqualTo(stagger, within(1e-4));
        assertThat(last(Control.PULSE_TENSION)).isEqualTo(severity);
        map(List.of());
        assertThat(last(Control.PULSE_STAGGER)).isZero();
    }

    @Test
    void stagger_isTheLargerOfThatOfStallsAndOfLatencyJitter() {
        rows.set(Metrics.STALL, 0.3);
        map(List.of(finding(Fault.LATENCY_JITTER, 0.4)));
        assertThat(last(Control.PULSE_STAGGER)).isEqualTo(0.3);
        rows.set(Metrics.STALL, 0.001);
        for (int i = 0; i < 20; i++) {
            map(List.of(finding(Fault.LATENCY_JITTER, 0.4)));
        }
        assertThat(last(Control.PULSE_STAGGER)).isBetween(0.24, 0.25);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, -12, -12", "2, 1, -11.5, -10.5", "3, 3, -12, -12", "6, 3, -11.5, -10.5", "many, 1, -12, -12"})
    void errors_areOneCueOfSoftSparks_inPlace_noMoreThanCanBeToldApart(
            String count, int sparks, double fromDb, double toDb) {
        map(List.of());
        rows.occurs(new Occurrence(Occurrence.Kind.ERROR, 0, 100_000_000L, count));
        map(List.of());
        assertThat(cues).singleElement().satisfies(cue -> {
            assertThat(cue.kind()).isEqualTo(Cue.Kind.SPARKS);
            assertThat(cue.atNanos()).isZero();
            assertThat(cue.lengthNanos()).isEqualTo(100_000_000L);
            assertThat(cue.count()).isEqualTo(sparks);
            assertThat(cue.levelDb()).isBetween(fromDb, toDb);
            assertThat(cue.isLow()).isTrue();
        });
    }

    /** Ten a second, of rows that are shorter than a tenth of one. */
    @Test
    void errorsOfATexture_areAllHeard_howeverShortTheRows() {
        for (int i = 0; i < 400; i++) {
            seconds = (i + 1) * 0.01;
            errors(i % 10 == 0 ? 1 : 0, 0.01, List.of());
        }
        double late = 1.5e9;
        assertThat(cues.stream()
                        .filter(cue -> cue.atNanos() > late)
                        .mapToInt(Cue::count)
                        .sum())
                .isBetween(24, 26);
        assertThat(last(Control.CRACKLE)).isZero();
    }

    @Test
    void errorsThatGoOnForTenMinutes_areSofterYet_untilThereWereNoneForAMinute() {
        for (int i = 0; i < 12 * 60 * 10; i++) {
            seconds = i / 10.0;
            errors(i % 2, 0.1, List.of());
        }
        assertThat(cues.get(20).levelDb()).isEqualTo(-12);
        assertThat(cues.get(cues.size() - 1).levelDb()).isEqualTo(-24);
        seconds = 14 * 60;
        errors(8, 0.1, List.of());
        assertThat(cues.get(cues.size() - 1).levelDb()).isGreaterThan(-12.1);
    }

    /** The row of now, in which so many calls have failed. */
    private void errors(int count, double length, List<Finding> findings) {
        if (count > 0) {
            long from = Math.round((seconds - length) * 1e9);
            rows.occurs(new Occurrence(Occurrence.Kind.ERROR, from, Math.round(length * 1e9), String.valueOf(count)));
        }
        map(findings);
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0.8, 0.9", "1, 6, 6"})
    void errorsInABurst_areLoud(double severity, double fromDb, double toDb) {
        rows.occurs(new Occurrence(Occurrence.Kind.ERROR, 0, 0, "1"));
        map(List.of(finding(Fault.ERROR_BURST, severity)));
        assertThat(cues)
                .singleElement()
                .satisfies(cue -> assertThat(cue.levelDb()).isBetween(fromDb, toDb))
                .satisfies(cue -> assertThat(cue.isLow()).isFalse());
        assertThat(last(Control.PULSE_TENSION)).isEqualTo(severity);
        assertThat(last(Control.PULSE_STAGGER)).isZero();
    }

    @Test
    void timeline_isSealedHalfASecondBehindTheRow() {
        seconds = 3;
        map(List.of());
        assertThat(timeline.sealedNanos()).isEqualTo(2_500_000_000L);
    }

    private double after(double forSeconds, Metric metric, double value, Control control) {
        rows.set(metric, value);
        for (int i = 0; i < Math.round(forSeconds * 10); i++) {
            map(List.of());
        }
        return last(control);
    }

    private void map(List<Finding> findings) {
        mapper.map(rows.at(seconds), Scores.NONE, findings);
        seconds += 0.1;
        while (reader.advance()) {
            Cue cue = reader.cue();
            if (cue != null) {
                cues.add(cue);
            } else {
                for (Control control : Control.values()) {
                    targets.set(control, reader.target(control));
                }
            }
        }
    }

    private static Finding finding(Fault fault, double severity) {
        return new Finding(fault, severity, 0, Finding.ONGOING, "");
    }

    private double last(Control control) {
        return targets.get(control);
    }
}
