package io.echotrace.session;

import io.echotrace.anomaly.Scorer;
import io.echotrace.metric.MetricSet;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds, for a recorded run, the baseline it began with: the file that the user names, else one of the same name beside
 * the run's CSV, else the one at its old place. The run itself may have the same name, or stand there now: of what is
 * found, the file that is what it was is taken. What is missing or differs is told, for then the sound differs, too.
 */
final class BaselineSearch {
    private final @Nullable File given;
    private final @Nullable File csv;
    private final Consumer<String> trouble;

    /**
     * @param given what the user names
     * @param csv the run's
     */
    BaselineSearch(@Nullable File given, @Nullable File csv, Consumer<String> trouble) {
        this.given = given;
        this.csv = csv;
        this.trouble = trouble;
    }

    /** The scorer to render a run with, which has learned what it should. */
    Scorer scorer(@Nullable Baseline recorded, MetricSet metrics) {
        if (given != null) {
            return scorer(given, recorded, metrics);
        }
        if (recorded == null) {
            return new Scorer(metrics);
        }
        List<File> found = candidates(recorded.file());
        for (File file : found) {
            Scorer scorer = new Scorer(metrics);
            if (isSame(file, recorded, metrics, scorer)) {
                return scorer;
            }
        }
        return found.isEmpty() ? missing(recorded, metrics) : scorer(found.get(0), recorded, metrics);
    }

    private Scorer scorer(File file, @Nullable Baseline recorded, MetricSet metrics) {
        Scorer scorer = new Scorer(metrics);
        try {
            Baseline found = Baseline.learn(file, metrics, scorer);
            if (recorded == null || recorded.isSame(found)) {
                return scorer;
            }
            trouble.accept(file + " is not what it was when the run began with it as its baseline: "
                    + "what is unusual may sound otherwise than it did");
            return scorer;
        } catch (IOException e) {
            trouble.accept("no baseline: " + file + ": " + e.getMessage());
            return new Scorer(metrics);
        }
    }

    private static boolean isSame(File file, Baseline recorded, MetricSet metrics, Scorer scorer) {
        try {
            return recorded.isSame(Baseline.learn(file, metrics, scorer));
        } catch (IOException e) {
            return false; // told if there is no better one
        }
    }

    /** The files that may be the baseline, the likeliest first. */
    private List<File> candidates(File old) {
        File beside = csv == null ? old : new File(csv.getAbsoluteFile().getParentFile(), old.getName());
        List<File> found = new ArrayList<>();
        for (File file : new LinkedHashSet<>(Arrays.asList(beside, old))) {
            boolean run = csv != null && file.getAbsoluteFile().equals(csv.getAbsoluteFile());
            if (file.isFile() && !run) {
                found.add(file);
            }
        }
        return found;
    }

    private Scorer missing(Baseline recorded, MetricSet metrics) {
        trouble.accept("the baseline " + recorded.file()
                + " of the run is not there, nor beside its CSV: until 300 rows are learned,"
                + " what is unusual is not heard; name it with --baseline");
        return new Scorer(metrics);
    }
}
