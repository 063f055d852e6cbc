package io.echotrace.mapping;

import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Finding;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.StopText;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import io.echotrace.timeline.Targets;
import io.echotrace.timeline.Timeline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The legend: each continuous voice at the bottom of its range, at its top and on the way down, then each fault for three
 * seconds after one of health, from its weakest to its worst, and the single sounds of health. All of it comes from the
 * sound table and the list of faults. For one performance, in one
 * thread.
 */
public final class Legend {
    private static final long SECOND = 1_000_000_000L;
    /** Until the fade at the start is over. */
    private static final long INTRODUCTION = 3 * SECOND;

    private static final long HEALTH = SECOND;
    private static final long FAULT = 3 * SECOND;
    /** Of what is heard in health, now and then. */
    private static final long IN_HEALTH = 2 * SECOND;

    private static final long BETWEEN_TICKS = SECOND / 2;
    private static final long TICK_NANOS = SECOND / 100;
    /** Of a voice: at the bottom, at the top, and on the way down. */
    private static final long AT_AN_END = SECOND;

    private static final long SWEEP = 6 * SECOND / 10;
    /** Each fault grows from the weakest that is heard to the worst. */
    private static final double WEAKEST = 0.4;

    private final SoundTable table;
    private final Timeline timeline;
    private final Mapper mapper;
    private final FaultSounds faults = new FaultSounds(SoundChoices.NONE, new EventBudget());
    private final Demonstration shown = new Demonstration();
    private final List<LegendPart> parts = new ArrayList<>();
    private long nowNanos;

    public Legend(SoundTable table, Timeline timeline) {
        this.table = table;
        this.timeline = timeline;
        this.mapper = new Mapper(table, timeline);
    }

    /**
     * Writes all of it onto the timeline.
     *
     * @param afterRow is called after each tenth of a second, so that it can be rendered as it is written
     * @return what is played when, in order
     */
    public List<LegendPart> perform(Step afterRow) throws IOException {
        health(INTRODUCTION, "A healthy system: an open fifth, steady, with a calm pulse", afterRow);
        Set<Control> heard = EnumSet.noneOf(Control.class);
        for (ContinuousMapping mapping : table.mappings()) {
            if (heard.add(mapping.control)) { // the pulse has two rows, and one pace
                sweep(mapping, afterRow);
            }
        }
        collections(afterRow);
        for (FaultSound fault : faults.list()) {
            health(HEALTH, "", afterRow);
            demonstrate(fault, afterRow);
        }
        health(HEALTH, "", afterRow);
        tell(Cue.Kind.RECOVERY, "What was wrong is over: two soft tones, the second higher", afterRow);
        tell(Cue.Kind.ALL_WELL, "All is well, while the sound is hidden: three soft tones, each lower", afterRow);
        mapper.finish(nowNanos);
        return parts;
    }

    /** How long it has become. */
    public long endNanos() {
        return nowNanos;
    }

    private void health(long nanos, String caption, Step afterRow) throws IOException {
        tell(nanos, caption);
        for (long end = nowNanos + nanos; nowNanos < end; ) {
            shown.begin(nowNanos);
            map(Collections.emptyList(), afterRow);
        }
    }

    private void collections(Step afterRow) throws IOException {
        tell(IN_HEALTH, "Garbage collections of a healthy system: soft ticks");
        for (long end = nowNanos + IN_HEALTH; nowNanos < end; ) {
            shown.begin(nowNanos);
            if (nowNanos % BETWEEN_TICKS == 0) {
                shown.happened(Occurrence.Kind.STOP, TICK_NANOS, StopText.of("G1 Evacuation Pause", 0));
            }
            map(Collections.emptyList(), afterRow);
        }
    }

    private void tell(Cue.Kind motif, String caption, Step afterRow) throws IOException {
        timeline.cue(new Cue(motif, nowNanos, 0, FaultSounds.RECOVERY_DB));
        health(IN_HEALTH, caption, afterRow);
    }

    private void demonstrate(FaultSound fault, Step afterRow) throws IOException {
        String title = fault.fault().title();
        tell(FAULT, Character.toUpperCase(title.charAt(0)) + title.substring(1) + ": " + fault.caption());
        long start = nowNanos;
        while (nowNanos < start + FAULT) {
            double severity = WEAKEST + (1 - WEAKEST) * (nowNanos - start) / FAULT;
            List<Finding> holding =
                    Collections.singletonList(new Finding(fault.fault(), severity, start, Finding.ONGOING, ""));
            shown.begin(nowNanos);
            if (nowNanos == start) {
                shown.beginFault();
            }
            fault.demonstrate(shown);
            map(holding, afterRow);
        }
    }

    private void map(List<Finding> findings, Step afterRow) throws IOException {
        mapper.map(shown.row(), Scores.NONE, findings);
        step(afterRow);
    }

    /** Moves one control alone, as fast as its voice glides, while all others stay as in health. */
    private void sweep(ContinuousMapping mapping, Step afterRow) throws IOException {
        String range = mapping.voice + ": " + mapping.source + ", " + mapping.bottom + ", then " + mapping.top;
        tell(2 * AT_AN_END + SWEEP, Character.toUpperCase(range.charAt(0)) + range.substring(1));
        long start = nowNanos;
        long down = start + 2 * AT_AN_END;
        Targets targets = mapper.targets();
        if (mapping.control == Control.FLOOR_BRIGHTNESS) {
            targets.set(Control.FLOOR_LEVEL, 1); // or there would be nothing to be bright
        }
        while (nowNanos < down + SWEEP) {
            double done = Math.max(0, (nowNanos - down) / (double) SWEEP);
            double position = nowNanos < start + AT_AN_END ? 0 : 1 - done;
            targets.set(mapping.control, mapping.inRange(position));
            timeline.controls(nowNanos, targets);
            timeline.seal(nowNanos);
            step(afterRow);
        }
    }

    private void step(Step afterRow) throws IOException {
        nowNanos += Demonstration.INTERVAL_NANOS;
        afterRow.done();
    }

    private void tell(long nanos, String caption) {
        if (!caption.isEmpty()) {
            parts.add(new LegendPart(nowNanos, nowNanos + nanos, caption));
        }
    }

    /** What is done after each step. */
    public interface Step {
        void done() throws IOException;
    }
}
