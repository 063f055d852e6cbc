package io.echotrace.mapping;

import io.echotrace.anomaly.Scores;
import io.echotrace.finding.Finding;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Row;
import io.echotrace.timeline.Control;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is being heard, in plain words: each voice, what it does, and the measurement behind it; then what is wrong.
 * Allocates: for status lines, not for every row.
 */
public final class Sentence {
    private final SoundTable table;

    public Sentence(SoundTable table) {
        this.table = table;
    }

    /** For example "Ground low: CPU 12 %. Pulse slow and steady: network 40 kB/s. Soft: memory 31 %. All is well." */
    public String of(Row row, double heard, List<Finding> findings) {
        List<String> parts = voices(row);
        findings.forEach(finding -> parts.add(finding.sentence()));
        if (findings.isEmpty()) {
            parts.add(
                    heard < Scores.UNUSUAL
                            ? "All is well"
                            : heard < Scores.ANOMALY ? "Something is unusual" : "Something is wrong");
        }
        return String.join(". ", parts) + ".";
    }

    /** The continuous voices alone, one phrase each, without those that have nothing to say. */
    public List<String> voices(Row row) {
        List<String> parts = new ArrayList<>();
        voice(parts, Control.GROUND_PITCH, row, "Ground %s: CPU %s", "low", "in the middle", "high");
        voice(parts, Control.PULSE_HZ, row, "Pulse %s: network %s", "slow", "at medium pace", "fast");
        voice(parts, Control.BODY_DB, row, "Sound %s: memory %s", "soft", "half loud", "loud");
        return parts;
    }

    private void voice(List<String> parts, Control control, Row row, String form, String... words) {
        ContinuousMapping mapping = table.mappingOf(control);
        double value = mapping.source.value(row);
        if (Double.isNaN(value)) {
            return;
        }
        int third = (int) Math.min(mapping.position(value) * 3, 2);
        String word = words[third];
        if (control == Control.PULSE_HZ) {
            boolean staggers = row.value(Metrics.STALL)
                    > table.mappingOf(Control.PULSE_STAGGER).threshold();
            word += staggers ? " and stumbling" : " and steady";
            parts.add(String.format(Locale.ROOT, form, word, bytesPerSecond(value)));
        } else {
            parts.add(String.format(Locale.ROOT, form, word, String.format(Locale.ROOT, "%.0f %%", value * 100)));
        }
    }

    /** For example "40 kB/s", "3.2 MB/s". */
    static String bytesPerSecond(double bytes) {
        if (bytes < 1e3) {
            return String.format(Locale.ROOT, "%.0f B/s", bytes);
        }
        double kilo = bytes / 1e3;
        return kilo < 1e3
                ? String.format(Locale.ROOT, "%.0f kB/s", kilo)
                : String.format(Locale.ROOT, "%.1f MB/s", kilo / 1e3);
    }
}
