package io.echotrace.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Rows;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which events are heard, and as what: few each for itself, many as a texture, and more than that as noise. */
class EventEconomyTest {
    private static final double TENTH = 0.1;

    private final Rows rows = Rows.ofCatalogue().set(Metrics.PROCESS_CPU, 0.3);
    private final Timeline timeline = new Timeline();
    private final Timeline.Reader reader = timeline.reader();
    private final List<Cue> cues = new ArrayList<>();
    private final List<Double> rattle = new ArrayList<>();
    private final List<Double> crackle = new ArrayList<>();
    private final List<Double> high = new ArrayList<>();
    private final Mapper mapper =
            new Mapper(new SoundTable(Metrics.PROCESS_CPU, 100e6, 5000, CallMetrics.ofAll(), false, false), timeline);
    private double now;

    @ParameterizedTest
    @ValueSource(doubles = {2, 4, 9})
    void collections_areStrokesEach_inTheirPlace_upToTenASecond(double perSecond) {
        collect(20, perSecond, 0.02, Fault.GC_STORM);
        assertThat(cues).hasSize((int) (20 * perSecond));
        for (int i = 0; i < cues.size(); i++) {
            assertThat(cues.get(i).atNanos()).isEqualTo(instant(i, perSecond));
        }
        assertThat(rattle).containsOnly(0.0);
    }

    @Test
    void collections_growIntoNoise_andFadeAsStrokes_asTheyTrebleFromTen() {
        double previousStroke = 100;
        double previousNoise = 0;
        for (double perSecond : new double[] {9, 12, 16, 22, 28}) {
            collect(5, perSecond, 0.02, Fault.GC_STORM);
            double stroke = cues.get(cues.size() - 1).levelDb();
            assertThat(stroke).isLessThan(previousStroke);
            assertThat(last(rattle)).isGreaterThanOrEqualTo(previousNoise);
            previousStroke = stroke;
            previousNoise = last(rattle);
        }
        assertThat(previousNoise).isPositive();
    }

    /** A hundred times the rate is 12 dB, and not a cue more. */
    @Test
    void moreThanThirtyCollectionsASecond_areNoiseAlone_byTheLogarithmOfTheRate() {
        collect(3, 40, 0.0002, Fault.GC_STORM);
        cues.clear();
        collect(3, 40, 0.0002, Fault.GC_STORM);
        double at40 = last(rattle);
        collect(3, 400, 0.0002, Fault.GC_STORM);
        double at400 = last(rattle);
        collect(3, 1000, 0.0002, Fault.GC_STORM);
        assertThat(cues).isEmpty();
        assertThat(db(at400) - db(at40)).isBetween(5.7, 6.3);
        assertThat(db(last(rattle)) - db(at40)).isBetween(8.0, 8.8);
        run(now + 1.5);
        assertThat(last(rattle)).as("nothing happens any more").isZero();
    }

    @Test
    void ofLoudCollectionsLessThan300MillisecondsApart_theLouderStandsOut_allInPlace() {
        run(5.1, Fault.LOCK_CONTENTION);
        collectAt(5.02, 0.08);
        collectAt(5.06, 0.12);
        run(10.1, Fault.LOCK_CONTENTION);
        collectAt(10.02, 0.12);
        run(10.3, Fault.LOCK_CONTENTION);
        collectAt(10.22, 0.08);
        run(15, Fault.LOCK_CONTENTION);
        assertThat(cues)
                .extracting(Cue::atNanos)
                .containsExactly(5_020_000_000L, 5_060_000_000L, 10_020_000_000L, 10_220_000_000L);
        assertThat(cues).extracting(cue -> cue.levelDb() > 3).containsExactly(false, true, true, false);
        assertThat(cues.get(0).levelDb()).as("a tick").isEqualTo(-12);
        assertThat(cues.get(3).levelDb()).as("a tick").isEqualTo(-12);
    }

    @Test
    void fewErrors_areSparksAtLeast300MillisecondsApart() {
        for (int i = 0; i < 200; i++) {
            fail(i % 4 == 0 ? 1 : 0, Fault.ERROR_BURST); // two and a half a second
        }
        assertThat(cues.size()).isGreaterThan(45);
        for (int i = 1; i < cues.size(); i++) {
            assertThat(cues.get(i).atNanos() - cues.get(i - 1).endNanos()).isGreaterThanOrEqualTo(300_000_000L);
        }
    }

    @ParameterizedTest
    @CsvSource({"ERROR_BURST, true", ", false"})
    void moreThanThirtyErrorsASecond_areNoise_aboveFourKilohertzOnlyInABurst(@Nullable Fault fault, boolean isHigh) {
        for (int i = 0; i < 50; i++) {
            fail(20, fault);
        }
        assertThat(cues).as("before there are many").hasSizeLessThan(2);
        assertThat(last(crackle)).isPositive();
        assertThat(last(high) > 0).isEqualTo(isHigh);
        for (int i = 0; i < 15; i++) {
            fail(0, fault);
        }
        assertThat(last(crackle)).isZero();
        assertThat(last(high)).isZero();
    }

    /** One error a minute is no incident. */
    @Test
    void outsideOfIncidents_noMoreThanFourSingleSoundsAnHour_noTwoOfAKindWithinHalfAMinute() {
        for (int minute = 0; minute < 240; minute++) {
            fail(1, null);
            run(now + 5);
            fail(1, null);
            collectAt(now + 10.03, 0.1);
            run(now + 54.8);
        }
        List<Cue> loud = cues.stream()
                .filter(cue -> cue.kind() == Cue.Kind.SPARKS || cue.levelDb() > -12)
                .toList();
        assertThat(loud).hasSizeBetween(9, 16);
        for (int i = 4; i < loud.size(); i++) {
            assertThat(loud.get(i).atNanos() - loud.get(i - 4).atNanos()).isGreaterThanOrEqualTo(3_600_000_000_000L);
        }
        assertThat(cues)
                .filteredOn(cue -> cue.kind() == Cue.Kind.WOOD_BLOCK)
                .as("each at least a tick")
                .hasSize(240);
    }

    @Test
    void incidents_areNeverSilenced() {
        for (int i = 0; i < 60; i++) {
            fail(1, Fault.ERROR_BURST);
            collectAt(now + 0.53, 0.1);
            run(now + 10, Fault.ERROR_BURST);
        }
        assertThat(cues).filteredOn(cue -> cue.kind() == Cue.Kind.SPARKS).hasSize(60);
        assertThat(cues)
                .filteredOn(cue -> cue.kind() == Cue.Kind.WOOD_BLOCK && cue.levelDb() > 0)
                .hasSize(60);
    }

    @Test
    void recoveries_areToldOnceEach_fourTimesAnHour_evenWhereErrorsHaveSpentTheirShare() {
        for (int i = 0; i < 4; i++) {
            fail(1, null);
            run(now + 60);
        }
        run(now + 20, Fault.CPU_SATURATION);
        run(now + 60);
        assertThat(cues).filteredOn(cue -> cue.kind() == Cue.Kind.RECOVERY).hasSize(1);
        for (int i = 0; i < 6; i++) {
            run(now + 20, Fault.CPU_SATURATION);
            run(now + 60);
        }
        assertThat(cues).filteredOn(cue -> cue.kind() == Cue.Kind.RECOVERY).hasSize(1);
    }

    private void collect(double forSeconds, double perSecond, double length, Fault fault) {
        double from = now;
        int next = 0;
        while (now < from + forSeconds - 1e-6) {
            double end = now + TENTH;
            for (; from + next / perSecond + 0.001 < end - 1e-9; next++) {
                collectAt(from + next / perSecond + 0.001, length);
            }
            map(fault);
        }
    }

    private static long instant(int i, double perSecond) {
        return Math.round((long) ((i / perSecond + 0.001) * 1e9) / 1000.0) * 1000;
    }

    private void collectAt(double atSeconds, double length) {
        rows.stops(atSeconds, length, "G1 Evacuation Pause sync=0.0001");
    }

    private void fail(int count, @Nullable Fault fault) {
        if (count > 0) {
            rows.occurs(new Occurrence(
                    Occurrence.Kind.ERROR, Math.round(now * 1e9), Math.round(TENTH * 1e9), String.valueOf(count)));
        }
        map(fault);
    }

    private void run(double untilSeconds) {
        run(untilSeconds, null);
    }

    private void run(double untilSeconds, @Nullable Fault fault) {
        while (now < untilSeconds - 1e-6) {
            map(fault);
        }
    }

    /** The row that ends the next tenth of a second. */
    private void map(@Nullable Fault fault) {
        now += TENTH;
        List<Finding> findings = fault == null ? List.of() : List.of(new Finding(fault, 0.8, 0, Finding.ONGOING, ""));
        mapper.map(rows.at(now), Scores.NONE, findings);
        while (reader.advance()) {
            Cue cue = reader.cue();
            if (cue != null) {
                cues.add(cue);
            } else {
                rattle.add(reader.target(Control.RATTLE));
                crackle.add(reader.target(Control.CRACKLE));
                high.add(reader.target(Control.CRACKLE_HIGH));
            }
        }
    }

    private static double last(List<Double> values) {
        return values.get(values.size() - 1);
    }

    private static double db(double gain) {
        return 20 * Math.log10(gain);
    }
}
