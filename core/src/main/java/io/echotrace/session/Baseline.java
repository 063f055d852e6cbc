package io.echotrace.session;

import io.echotrace.anomaly.Scorer;
import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Row;
import io.echotrace.metric.Snapshot;
import io.echotrace.series.RunInfo;
import io.echotrace.series.SeriesReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What an earlier run has measured, as the start of what counts as usual: its rows go to the scorer before those of the
 * run. A run names the file and a checksum of it in its first event, for its sound depends on it. Immutable.
 */
final class Baseline {
    /** An hour at ten rows a second: what came later is not read, so that the first row does not wait for it. */
    private static final int MOST_BYTES = 10_000_000;

    private static final String FILE = "baseline";
    private static final String CHECKSUM = "baseline.crc32";

    private final File file;
    private final String checksum;

    private Baseline(File file, String checksum) {
        this.file = file;
        this.checksum = checksum;
    }

    /**
     * Lets a scorer learn from a file.
     *
     * @param scorer of no use any more when this fails
     * @throws IOException when the file cannot be read, or holds nothing that the scorer knows
     */
    static Baseline learn(File file, MetricSet metrics, Scorer scorer) throws IOException {
        CRC32 checksum = new CRC32();
        try (InputStream in = new CheckedInputStream(new Beginning(file), checksum);
                SeriesReader series = new SeriesReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            learn(series, metrics, scorer);
            return new Baseline(file, Long.toHexString(checksum.getValue()));
        } catch (RuntimeException e) { // what is no series, and what the CSV library says of a disk that fails
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The baseline that a recorded run names, wherever it is now; null when it names none. */
    static @Nullable Baseline of(RunInfo run) {
        String name = run.get(FILE, "");
        return name.isEmpty() ? null : new Baseline(new File(decoded(name)), run.get(CHECKSUM, ""));
    }

    /** Where the file stood; perhaps it is elsewhere now. */
    File file() {
        return file;
    }

    boolean isSame(Baseline other) {
        return checksum.equals(other.checksum);
    }

    void describe(Map<String, String> to) {
        to.put(FILE, encoded(file.getAbsolutePath()));
        to.put(CHECKSUM, checksum);
    }

    private static void learn(SeriesReader series, MetricSet metrics, Scorer scorer) throws IOException {
        List<Metric> columns = series.metrics().metrics();
        if (Collections.disjoint(columns, metrics.metrics())) {
            throw new IOException("it has no metric of this run");
        }
        while (series.hasNext()) {
            Row row = series.next();
            double[] values = new double[metrics.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = row.value(metrics.metrics().get(i));
            }
            Snapshot snapshot = new Snapshot(row.atNanos(), metrics, values);
            scorer.score(new Row(snapshot, Collections.emptyList(), row.atNanos()));
        }
        scorer.startRun();
    }

    /** A run's first event is divided at blanks. */
    private static String encoded(String path) {
        return path.replace("%", "%25").replace(" ", "%20");
    }

    private static String decoded(String path) {
        return path.replace("%20", " ").replace("%25", "%");
    }

    /** The first bytes of a file; a line cut in two is left out by the reader. */
    private static final class Beginning extends FilterInputStream {
        private int left = MOST_BYTES;

        Beginning(File file) throws IOException {
            super(new FileInputStream(file));
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = left == 0 ? -1 : super.read(into, offset, Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }
    }
}
