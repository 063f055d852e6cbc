package io.echotrace.session;

import java.io.File;
import java.util.List;

/** What a rendering has written. Immutable. */
public final class RenderedSound {
    private final List<File> files;
    private final double seconds;
    private final boolean seriesCutShort;

    RenderedSound(List<File> files, double seconds, boolean seriesCutShort) {
        this.files = files;
        this.seconds = seconds;
        this.seriesCutShort = seriesCutShort;
    }

    /** The WAV's files, in order; more than one only beyond 4 GB. */
    public List<File> files() {
        return files;
    }

    /** How long it sounds. */
    public double seconds() {
        return seconds;
    }

    /** Whether the last line of the CSV was cut short, by the end of its process or a full disk, and is left out. */
    public boolean isSeriesCutShort() {
        return seriesCutShort;
    }
}
