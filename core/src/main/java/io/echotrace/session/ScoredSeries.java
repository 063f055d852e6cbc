package io.echotrace.session;

import java.io.File;

/** What a scoring has written. Immutable. */
public final class ScoredSeries {
    private final File file;
    private final long rows;
    private final boolean seriesCutShort;

    ScoredSeries(File file, long rows, boolean seriesCutShort) {
        this.file = file;
        this.rows = rows;
        this.seriesCutShort = seriesCutShort;
    }

    /** The CSV. */
    public File file() {
        return file;
    }

    /** How many rows it has, without the header. */
    public long rows() {
        return rows;
    }

    /** Whether the last line of the series was cut short, by the end of its process or a full disk, and is left out. */
    public boolean isSeriesCutShort() {
        return seriesCutShort;
    }
}
