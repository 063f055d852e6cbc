package io.echotrace.session;

import io.echotrace.anomaly.Scorer;
import io.echotrace.metric.MetricSet;
import java.io.File;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds, for a recorded run, the baseline it began with: the file that the user names, else one of the same name beside
 * the run's CSV, else the one at its old place. What is missing or differs is told, for then the sound differs, too.
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
        File file = given == null ? find(recorded) : given;
        Scorer scorer = new Scorer(metrics);
        if (file == null) {
            return scorer;
        }
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

    private @Nullable File find(@Nullable Baseline recorded) {
        if (recorded == null) {
            return null;
        }
        File old = recorded.file();
        File beside = csv == null ? old : new File(csv.getAbsoluteFile().getParentFile(), old.getName());
        if (beside.isFile()) {
            return beside;
        }
        if (old.isFile()) {
            return old;
        }
        trouble.accept(
                "the baseline " + old + " of the run is not there, nor beside its CSV: until 300 rows are learned,"
                        + " what is unusual is not heard; name it with --baseline");
        return null;
    }
}
