package io.echotrace.session;

import io.echotrace.anomaly.Scorer;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Row;
import io.echotrace.output.FreeFile;
import io.echotrace.series.ScoreWriter;
import io.echotrace.series.SeriesReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Scores a recorded series: says of each row how unusual it was, under the rows before it. The file has the rows and
 * columns of the series and {@code anomaly_score}, the highest score of all metrics, 0…1; with several metrics {@code
 * score.NAME} of each as well. Rows are scored as {@link io.echotrace.anomaly.Scorer} does it live: once a second where
 * they are closer than that, else each. Each is also scored where they have no time. A row whose time is not later than
 * that of the row before, as at a change of the clock, stands a usual step after it.
 */
public final class Scoring {
    private static final int ROWS_PER_REPORT = 100_000;

    private @Nullable File baseline;
    private Consumer<String> trouble = message -> {};

    /** Takes another run's CSV for what is usual; else the series says which, if it was recorded with one. */
    public Scoring baseline(File csv) {
        this.baseline = csv;
        return this;
    }

    /** Is told, in one line each, what makes the scores others than they were. */
    public Scoring onTrouble(Consumer<String> listener) {
        this.trouble = listener;
        return this;
    }

    /**
     * Scores a CSV into another.
     *
     * @param scored made with its folders when the series can be read; if it exists, {@code -2} is added to the name
     * @param progress is told now and then how many rows are done
     * @return what was written
     * @throws IllegalArgumentException when the CSV cannot be read, naming the line if it is one; nothing is left then
     * @throws IOException when the file cannot be written
     */
    public ScoredSeries score(File csv, File scored, LongConsumer progress) throws IOException {
        try (InputStream in = open(csv);
                SeriesReader series = read(csv, in)) {
            Row first = first(csv, series);
            BaselineSearch search = new BaselineSearch(baseline, csv, trouble);
            Scorer scorer = search.scorer(Baseline.of(Rendering.runInfo(first)), series.metrics());
            File file = FreeFile.claim(scored);
            boolean whole = false;
            try (ScoreWriter writer = new ScoreWriter(new FileOutputStream(file), series.header(), names(series))) {
                long rows = score(first, series, scorer, writer, progress);
                whole = true;
                return new ScoredSeries(file, rows, series.isCutShort());
            } finally {
                if (!whole) {
                    Files.deleteIfExists(file.toPath());
                }
            }
        }
    }

    private static long score(Row first, SeriesReader series, Scorer scorer, ScoreWriter writer, LongConsumer progress)
            throws IOException {
        double[] scores = new double[names(series).size()];
        ScoringClock clock = new ScoringClock(series.isTimed());
        long rows = 0;
        for (Row row = first; row != null; row = series.hasNext() ? series.next() : null) {
            double highest =
                    scorer.score(clock.next(series.stepNanos()), row.snapshot()).highest();
            for (int i = 0; i < scores.length; i++) {
                scores[i] = scorer.latestScore(i);
            }
            writer.write(series.fields(), highest, scores);
            if (++rows % ROWS_PER_REPORT == 0) {
                progress.accept(rows);
            }
        }
        return rows;
    }

    private static InputStream open(File csv) {
        try {
            return new FileInputStream(csv);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static SeriesReader read(File csv, InputStream in) {
        try {
            return new SeriesReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalArgumentException(csv + ": " + e.getMessage(), e);
        }
    }

    /** The first row of a series that can be scored. */
    private static Row first(File csv, SeriesReader series) {
        if (!series.hasNext()) {
            throw new IllegalArgumentException(csv + " has no rows");
        }
        if (series.metrics().size() == 0) {
            throw new IllegalArgumentException(csv + " has no metric beside the time");
        }
        if (series.header().contains(ScoreWriter.HIGHEST)) {
            throw new IllegalArgumentException(csv + " has a column " + ScoreWriter.HIGHEST + " already");
        }
        return series.next();
    }

    private static List<String> names(SeriesReader series) {
        List<Metric> metrics = series.metrics().metrics();
        return metrics.size() == 1
                ? Collections.emptyList()
                : metrics.stream().map(Metric::name).collect(Collectors.toList());
    }
}
