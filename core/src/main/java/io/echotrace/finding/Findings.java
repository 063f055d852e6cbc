package io.echotrace.finding;

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

    /** The findings of a run. */
    public Findings(Subjects subjects) {
        for (Fault fault : Fault.values()) {
            fault.rules(subjects).forEach(rule -> watches.add(new Watch(rule)));
        }
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
        private @Nullable Evidence strongest;
        private long seenNanos;

        Watch(Rule rule) {
            this.rule = rule;
        }

        @Nullable Finding judge(Row row) {
            Finding before = open;
            Evidence evidence = rule.judge(row, before != null);
            if (evidence == null) {
                endWhenCalm(row.atNanos());
                return open;
            }
            seenNanos = row.atNanos();
            strongest = evidence.strongerThan(strongest);
            long start = before == null ? evidence.sinceNanos : before.startNanos();
            Finding finding = new Finding(rule.fault(), evidence.severity, start, Finding.ONGOING, evidence.words);
            open = finding;
            if (before == null) {
                changes.add(finding);
            }
            return finding;
        }

        /** The last word on a finding is its strongest evidence, not the weak one it ended with. */
        void end(long atNanos) {
            Finding ended = open;
            Evidence reason = strongest;
            if (ended != null && reason != null) {
                long end = Math.max(ended.startNanos(), Math.min(atNanos, reason.untilNanos));
                changes.add(new Finding(rule.fault(), reason.severity, ended.startNanos(), end, reason.words));
            }
            open = null;
            strongest = null;
        }

        private void endWhenCalm(long nowNanos) {
            if (open != null && nowNanos - seenNanos >= CALM_NANOS) {
                end(seenNanos);
            }
        }
    }
}
