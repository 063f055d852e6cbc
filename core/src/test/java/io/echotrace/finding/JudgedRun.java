package io.echotrace.finding;

import io.echotrace.metric.Metrics;
import io.echotrace.metric.Rows;
import java.util.ArrayList;
import java.util.List;

/** A run whose rows are judged as they are made. */
final class JudgedRun {
    /** What is measured; it changes only when it is set. */
    final Rows rows = Rows.ofCatalogue();

    /** What holds now. */
    List<Finding> holding = List.of();

    private final Findings findings;
    private final double intervalSeconds;
    private final List<Finding> changes = new ArrayList<>();
    private long row;

    JudgedRun(double intervalSeconds) {
        this(intervalSeconds, Subjects.of(Metrics.PROCESS_CPU));
    }

    JudgedRun(double intervalSeconds, Subjects subjects) {
        this.intervalSeconds = intervalSeconds;
        findings = new Findings(subjects);
    }

    /** Sets what is measured at an instant. */
    interface Course {
        void at(double seconds);
    }

    /** Goes on for some seconds. */
    void run(double seconds, Course course) {
        for (long i = Math.round(seconds / intervalSeconds); i > 0; i--) {
            course.at(seconds());
            holding = findings.judge(rows.at(seconds()));
            changes.addAll(findings.changes());
            row++;
        }
    }

    /** Goes on until something is found, and says how many seconds that took; at most so many. */
    double secondsToFinding(double atMost, Course course) {
        double from = seconds();
        while (holding.isEmpty() && seconds() < from + atMost) {
            run(intervalSeconds, course);
        }
        return seconds() - from;
    }

    /** The instant of the next row. */
    double seconds() {
        return row * intervalSeconds;
    }

    List<Finding> begun() {
        return changes.stream()
                .filter(finding -> finding.endNanos() == Finding.ONGOING)
                .toList();
    }

    List<Finding> ended() {
        return changes.stream()
                .filter(finding -> finding.endNanos() != Finding.ONGOING)
                .toList();
    }
}
