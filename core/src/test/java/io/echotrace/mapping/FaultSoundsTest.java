package io.echotrace.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Rows;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Each fault has a sound of its own, which gets softer when it is known. */
class FaultSoundsTest {
    /** What is heard of them is made of stops and errors. */
    private static final Set<Fault> OF_OCCURRENCES =
            EnumSet.of(Fault.GC_STORM, Fault.LONG_STOP, Fault.SAFEPOINT_STALL, Fault.ERROR_BURST);

    private final Rows rows = Rows.ofCatalogue();
    private final Timeline timeline = new Timeline();
    private final Timeline.Reader reader = timeline.reader();
    private final List<Cue> cues = new ArrayList<>();
    private final List<Double> vessel = new ArrayList<>();
    private final Targets targets = new Targets();
    private Mapper mapper = mapper(false);
    private double seconds;

    @Test
    void everyFault_hasOneSound_withWordsAndAnOwnerOfItsOwn() {
        List<FaultSound> sounds = new FaultSounds(SoundChoices.NONE, new EventBudget()).list();
        assertThat(sounds).extracting(FaultSound::fault).containsExactlyInAnyOrder(Fault.values());
        assertThat(sounds).extracting(FaultSound::owner).doesNotHaveDuplicates().allMatch(owner -> !owner.isEmpty());
        assertThat(sounds).extracting(FaultSound::caption).doesNotHaveDuplicates();
        assertThat(sounds)
                .allSatisfy(sound -> assertThat(sound.fault().trigger()).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void faultThatEnds_leavesNoneOfItsControlsBehind(Fault fault) {
        for (int i = 0; i < 100; i++) {
            map(List.of());
        }
        Targets before = targets.copy();
        for (int i = 0; i < 100; i++) {
            map(List.of(finding(fault, 1)));
        }
        Set<Object> own = moved(before);
        own.removeAll(EnumSet.of(
                Control.GROUND_TENSION,
                Control.FIFTH_TENSION,
                Control.PULSE_TENSION,
                Control.BODY_TENSION,
                Control.NOISE));
        assertThat(!own.isEmpty() || !cues.isEmpty() || OF_OCCURRENCES.contains(fault))
                .isTrue();
        for (int i = 0; i < 300; i++) {
            map(List.of());
        }
        assertThat(moved(before)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CPU_SATURATION, GROUND_STRAIN",
        "LOCK_CONTENTION, RATCHET",
        "THREAD_LEAK, CROWD",
        "NETWORK_FLOOD, PULSE_FLOOD",
        "NETWORK_LOSS, PULSE_LOSS",
        "DISK_SATURATION, FLOOR_GRIND"
    })
    void state_isHeardTheMoreTheWorse_andTwelveDecibelsLessWhenItIsKnown(Fault fault, Control control) {
        assertThat(after(finding(fault, 0.4), control)).isBetween(0.6, 0.7);
        assertThat(after(finding(fault, 1), control)).isEqualTo(1, within(1e-9));
        rows.occurs(new Occurrence(Occurrence.Kind.ACKNOWLEDGE, (long) (seconds * 1e9), 0, ""));
        assertThat(after(finding(fault, 1), control)).isEqualTo(0.25, within(1e-9));
        assertThat(after(finding(fault, 1), control)).isEqualTo(0.25, within(1e-9));
        assertThat(targets.get(Control.NOISE)).as("no noise any more").isLessThan(Scores.ANOMALY);
        map(List.of());
        assertThat(targets.get(control)).isZero();
        assertThat(after(finding(fault, 1), control)).as("another one, unknown").isEqualTo(1, within(1e-9));
    }

    @Test
    void stateThatHasBeenHeardForTenMinutes_isKnown_howeverLongAgoItBegan() {
        seconds = 1000;
        Finding old = new Finding(Fault.LOCK_CONTENTION, 1, 0, Finding.ONGOING, "");
        assertThat(after(old, Control.RATCHET)).isEqualTo(1, within(1e-9));
        seconds = 1598;
        assertThat(after(old, Control.RATCHET)).isEqualTo(1, within(1e-9));
        seconds = 1601;
        assertThat(after(old, Control.RATCHET)).isEqualTo(0.25, within(1e-9));
    }

    @Test
    void bells_ringOftenForTenSeconds_thenEveryEight_untilAcknowledged() {
        ringFor(40);
        assertThat(instants(Cue.Kind.BELLS))
                .usingElementComparator((a, b) -> Math.abs(a - b) < 0.11 ? 0 : Double.compare(a, b))
                .containsExactly(0.0, 2.4, 4.8, 7.2, 9.6, 17.6, 25.6, 33.6);
        rows.occurs(new Occurrence(Occurrence.Kind.ACKNOWLEDGE, (long) (seconds * 1e9), 0, ""));
        ringFor(20);
        assertThat(instants(Cue.Kind.BELLS)).hasSize(8);
    }

    private void ringFor(double length) {
        hold(Fault.DEADLOCK, length);
    }

    private void hold(Fault fault, double length) {
        Finding finding = new Finding(fault, 1, 0, Finding.ONGOING, "");
        for (double end = seconds + length; seconds < end; ) {
            map(List.of(finding));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MEMORY_LEAK", "MEMORY_FULL", "FILE_DESCRIPTOR_LEAK"})
    void vessel_fillsThreeTimesMore_thenEveryEightSeconds_thenEveryMinute_untilAcknowledged(Fault fault) {
        hold(fault, 270);
        assertThat(rises())
                .usingElementComparator((a, b) -> Math.abs(a - b) < 0.6 ? 0 : Double.compare(a, b))
                .containsExactly(0.0, 4.0, 8.0, 12.0, 20.0, 28.0, 36.0, 44.0, 52.0, 60.0, 120.0, 180.0, 240.0);
        rows.occurs(new Occurrence(Occurrence.Kind.ACKNOWLEDGE, (long) (seconds * 1e9), 0, ""));
        hold(fault, 200);
        assertThat(rises()).hasSize(13);
        health(60);
        hold(fault, 10);
        assertThat(rises()).as("another one").hasSize(16);
    }

    @Test
    void vessel_isHeardTheMoreTheWorse_andTwelveDecibelsLessAfterTenMinutes() {
        assertThat(after(finding(Fault.MEMORY_LEAK, 0.4), Control.VESSEL)).isBetween(0.6, 0.7);
        health(60);
        hold(Fault.MEMORY_LEAK, 590);
        assertThat(vessel.stream().mapToDouble(level -> level).max()).hasValue(1);
        vessel.clear();
        hold(Fault.MEMORY_LEAK, 100);
        assertThat(vessel.stream().mapToDouble(level -> level).max()).hasValueCloseTo(0.25, within(1e-9));
    }

    @Test
    void faultThatIsBackWithinHalfAMinute_isHeardAtOnce_andGoesOnAsSeldomAsItWas() {
        hold(Fault.MEMORY_LEAK, 100);
        health(20);
        int before = rises().size();
        hold(Fault.MEMORY_LEAK, 50);
        assertThat(rises()).hasSize(before + 1);
        assertThat(rises().get(before)).isCloseTo(120, within(0.3));
    }

    /** Seconds at which the vessel begins to sound. */
    private List<Double> rises() {
        List<Double> rises = new ArrayList<>();
        for (int i = 0; i < vessel.size(); i++) {
            if (vessel.get(i) > 0 && (i == 0 || vessel.get(i - 1) == 0)) {
                rises.add(i / 10.0);
            }
        }
        return rises;
    }

    @Test
    void endOfTrouble_isTold_butNotThatOfASingleStop() {
        for (int i = 0; i < 70; i++) {
            map(List.of(finding(Fault.LONG_STOP, 0.5)));
        }
        map(List.of());
        assertThat(instants(Cue.Kind.RECOVERY)).isEmpty();
        for (int i = 0; i < 90; i++) {
            map(List.of(finding(Fault.GC_STORM, 0.5), finding(Fault.CPU_SATURATION, 0.5)));
        }
        map(List.of(finding(Fault.GC_STORM, 0.5)));
        assertThat(instants(Cue.Kind.RECOVERY)).isEmpty();
        map(List.of());
        map(List.of());
        assertThat(instants(Cue.Kind.RECOVERY)).hasSize(1);
    }

    @Test
    void bed_isHiddenAfterTwoMinutesOfHealth_withASignThatAllIsWell_andBackAtOnce() {
        mapper = mapper(true);
        health(119.9);
        assertThat(targets.get(Control.HIDING_DB)).isZero();
        health(10);
        assertThat(targets.get(Control.HIDING_DB)).isEqualTo(-14);
        health(100);
        double[] signs =
                instants(Cue.Kind.ALL_WELL).stream().mapToDouble(each -> each).toArray();
        assertThat(signs).hasSize(2);
        assertThat(signs[1] - signs[0]).isBetween(30.0, 60.0);
        map(List.of(finding(Fault.LOCK_CONTENTION, 0.4)));
        assertThat(targets.get(Control.HIDING_DB)).isZero();
        health(60);
        assertThat(targets.get(Control.HIDING_DB)).isZero();
        assertThat(instants(Cue.Kind.ALL_WELL)).hasSize(2);
    }

    @Test
    void bed_isNotHidden_unlessItIsWanted() {
        health(200);
        assertThat(targets.get(Control.HIDING_DB)).isZero();
        assertThat(cues).isEmpty();
    }

    private void health(double length) {
        for (double end = seconds + length; seconds < end; ) {
            map(List.of());
        }
    }

    private double after(Finding finding, Control control) {
        for (int i = 0; i < 10; i++) {
            map(List.of(finding));
        }
        return targets.get(control);
    }

    /** Which controls are not where they were, with what has sounded; noise and tension fade for some seconds. */
    private Set<Object> moved(Targets before) {
        Set<Object> moved = EnumSet.allOf(Control.class).stream()
                .filter(control -> Math.abs(targets.get(control) - before.get(control)) > 1e-9)
                .collect(Collectors.toSet());
        return moved;
    }

    private List<Double> instants(Cue.Kind kind) {
        return cues.stream()
                .filter(cue -> cue.kind() == kind)
                .map(cue -> cue.atNanos() / 1e9)
                .collect(Collectors.toList());
    }

    private Finding finding(Fault fault, double severity) {
        return new Finding(fault, severity, (long) (seconds * 1e9), Finding.ONGOING, "");
    }

    private Mapper mapper(boolean hiding) {
        rows.set(Metrics.PROCESS_CPU, 0.3).set(Metrics.SYSTEM_MEMORY, 0.5);
        rows.set(Metrics.NETWORK_RECEIVE, 1e5).set(Metrics.NETWORK_TRANSMIT, 1e5);
        SoundTable table = new SoundTable(Metrics.PROCESS_CPU, 100e6, 5000, CallMetrics.ofAll(), false, hiding);
        return new Mapper(table, timeline);
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
                vessel.add(targets.get(Control.VESSEL));
            }
        }
    }
}
