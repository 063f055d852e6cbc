package io.echotrace.finding;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The findings of a run: what holds now, and what has begun or ended. A finding ends when its rule has let go for two
 * seconds, so that it does not flicker. The probe thread's own.
 */
public final class Findings {
    private static final long CALM_NANOS = 2_000_000_000L;

    private final List<Watch> watches = new ArrayList<>();
    private final List<Finding> changes = new ArrayList<>();

    /** @param cpu whose CPU may saturate: the process's, or the machine's when no process is watched */
    public Findings(Metric cpu) {
        Rules.of(cpu).forEach(rule -> watches.add(new Watch(rule)));
    }

    /** Takes the next row and returns what holds now. */
    public List<Finding> judge(Row row) {
        changes.clear();
        List<Finding> holding = new ArrayList<>();
        for (Watch watch : watches) {
            Finding finding = watch.judge(row);
            if (finding != null) {
                holding.add(finding);
            }
        }
        return holding;
    }

    /** What began or ended with the last row, or with the end. */
    public List<Finding> changes() {
        return new ArrayList<>(changes);
    }

    /** Ends what still holds, because the run ends. */
    public void end(long atNanos) {
        changes.clear();
        watches.forEach(watch -> watch.end(atNanos));
    }

    /** One rule and the finding it has open. */
    private final class Watch {
        private final Rule rule;
        private @Nullable Finding open;
        private long lastEvidenceNanos;

        Watch(Rule rule) {
            this.rule = rule;
        }

        @Nullable Finding judge(Row row) {
            Finding before = open;
            Evidence evidence = rule.judge(row, before != null);
            if (evidence != null) {
                lastEvidenceNanos = row.atNanos();
                long start = before == null ? evidence.sinceNanos : before.startNanos();
                open = new Finding(rule.fault(), evidence.severity, start, Finding.ONGOING, evidence.words);
                if (before == null) {
                    changes.add(open);
                }
            } else if (before != null && row.atNanos() - lastEvidenceNanos >= CALM_NANOS) {
                end(lastEvidenceNanos);
            }
            return open;
        }

        void end(long atNanos) {
            Finding ended = open;
            if (ended != null) {
                changes.add(
                        new Finding(ended.fault(), ended.severity(), ended.startNanos(), atNanos, ended.evidence()));
                open = null;
            }
        }
    }
}
