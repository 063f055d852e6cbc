package io.echotrace.mapping;

import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Control;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is being heard, in plain words: each voice, what it does, and the measurement behind it; then what is wrong.
 * Allocates: for status lines, not for every row. Not thread-safe.
 */
public final class Sentence {
    private final SoundTable table;
    private final RecentRate requests;
    private final RecentRate calls = new RecentRate(Metrics.METHOD_RATE);
    private final RecentRate errors = new RecentRate(Metrics.METHOD_ERRORS);
    private final List<FaultSound> faults = new FaultSounds(SoundChoices.NONE, new EventBudget()).list();

    public Sentence(SoundTable table) {
        this.table = table;
        this.requests = new RecentRate(table.requests().rate());
    }

    /**
     * Takes note of each row, in order, so that of calls and errors their rate in the last seconds can be said; for a row
     * that was not taken note of it is that of the row alone. Allocates nothing.
     */
    public void follow(Row row) {
        requests.follow(row);
        calls.follow(row);
        errors.follow(row);
    }

    /**
     * For example "Ground low: CPU 12 %. Pulse slow and steady: network 40 kB/s. Soft: memory 31 %. All is well." or
     * "Ground high and rough: CPU 96 %. Something is unusual: process.cpu.utilization 96 %, 1 in 10 000."
     *
     * @param heard how wrong it sounds
     * @param unusual the metric whose novelty is heard, if one is
     */
    public String of(Row row, double heard, @Nullable Unusual unusual, List<Finding> findings) {
        List<String> parts = voices(row, findings, rough(unusual, findings));
        findings.forEach(finding -> parts.add(finding.sentence()));
        if (findings.isEmpty()) {
            parts.add(opinion(heard) + (unusual == null ? "" : ": " + unusual.words(row)));
        }
        return String.join(". ", parts) + ".";
    }

    private static String opinion(double heard) {
        if (heard < Scores.UNUSUAL) {
            return "All is well";
        }
        return heard < Scores.ANOMALY ? "Something is unusual" : "Something is wrong";
    }

    /** The voices that go rough with what is unusual and what is found. */
    private Set<Carrier> rough(@Nullable Unusual unusual, List<Finding> findings) {
        Set<Carrier> rough = EnumSet.noneOf(Carrier.class);
        if (unusual != null) {
            rough.add(Carrier.of(unusual.metric()));
        }
        for (Finding finding : findings) {
            Fault sound = table.choices().soundOf(finding.fault());
            faults.stream().filter(each -> each.fault() == sound).forEach(each -> rough.add(each.carrier()));
        }
        return rough;
    }

    /** The continuous voices alone, one phrase each, without those that have nothing to say. */
    public List<String> voices(Row row) {
        return voices(row, Collections.emptyList(), EnumSet.noneOf(Carrier.class));
    }

    private List<String> voices(Row row, List<Finding> findings, Set<Carrier> rough) {
        List<String> parts = new ArrayList<>();
        String ground = rough.contains(Carrier.GROUND) ? "Ground %s and rough: " : "Ground %s: ";
        share(parts, Control.GROUND_PITCH, row, ground + "CPU %.0f %%", "low", "in the middle", "high");
        if (rough.contains(Carrier.FIFTH)) {
            parts.add("Chord rough");
        }
        pulse(parts, row, findings, rough.contains(Carrier.PULSE) ? ", sour" : "");
        sparks(parts, row, findings);
        floor(parts, row);
        String sound = rough.contains(Carrier.BODY) ? "Sound %s and trembling: " : "Sound %s: ";
        share(parts, Control.BODY_DB, row, sound + "memory %.0f %%", "soft", "half loud", "loud");
        return parts;
    }

    private void share(List<String> parts, Control control, Row row, String form, String... words) {
        ContinuousMapping mapping = table.mappingOf(control);
        double value = mapping.source.value(row);
        if (!Double.isNaN(value)) {
            parts.add(String.format(Locale.ROOT, form, third(mapping, value, words), value * 100));
        }
    }

    /** Where requests are known, the pulse is theirs, or else that of all calls; where none are, it is the network's. */
    private void pulse(List<String> parts, Row row, List<Finding> findings, String taste) {
        if (table.mappingOf(Control.PULSE_HZ).source.isNone()) {
            return; // the user wants none
        }
        double ofRequests = requests.at(row);
        double ofAll = calls.at(row);
        double bytes = table.mappingOf(Control.PULSE_HZ).source.value(row);
        String gait = taste + " and " + (staggers(row, findings) ? "stumbling: " : "steady: ");
        if (!Double.isNaN(ofRequests)) {
            String word = table.isOfRequests() ? " requests/s" : " calls/s";
            double p99 = row.value(table.requests().p99());
            parts.add(pace(table.pulseOfCalls(), ofRequests) + gait + calls(ofRequests, word, p99));
        } else if (!Double.isNaN(ofAll)) {
            double p99 = row.value(Metrics.METHOD_P99);
            parts.add(pace(table.pulseOfCalls(), ofAll) + gait + calls(ofAll, " calls/s", p99));
        } else if (!Double.isNaN(bytes)) {
            String traffic = "network " + Quantity.bytesPerSecond(bytes);
            parts.add(pace(table.mappingOf(Control.PULSE_HZ), bytes) + gait + traffic);
        }
    }

    private static String pace(ContinuousMapping mapping, double value) {
        return "Pulse " + third(mapping, value, "slow", "at medium pace", "fast");
    }

    private static String calls(double perSecond, String word, double p99Seconds) {
        String rate = Quantity.number(perSecond) + word;
        return Double.isNaN(p99Seconds) ? rate : rate + ", p99 " + Quantity.seconds(p99Seconds);
    }

    /** A disk that is idle is silent. */
    private void floor(List<String> parts, Row row) {
        ContinuousMapping mapping = table.mappingOf(Control.FLOOR_LEVEL);
        double busy = mapping.source.value(row);
        if (busy > mapping.threshold()) {
            parts.add(String.format(Locale.ROOT, "Floor murmuring: disk %.0f %% busy", busy * 100));
        }
    }

    /** A burst says itself what fails. */
    private void sparks(List<String> parts, Row row, List<Finding> findings) {
        double perSecond = errors.at(row);
        if (perSecond > 0 && findings.stream().noneMatch(finding -> finding.fault() == Fault.ERROR_BURST)) {
            parts.add("Sparks: " + Quantity.number(perSecond) + " errors/s");
        }
    }

    private boolean staggers(Row row, List<Finding> findings) {
        boolean stalls = row.value(Metrics.STALL)
                > table.mappingOf(Control.PULSE_STAGGER).threshold();
        return stalls || findings.stream().anyMatch(finding -> finding.fault() == Fault.LATENCY_JITTER);
    }

    private static String third(ContinuousMapping mapping, double value, String... words) {
        return words[(int) Math.min(mapping.position(value) * 3, 2)];
    }
}
