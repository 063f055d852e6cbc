package io.echotrace.session;

import java.io.File;
import java.util.List;

/** What a rendering has written. Immutable. */
public final class RenderedSound {
    private final List<File> files;
    private final double seconds;

    RenderedSound(List<File> files, double seconds) {
        this.files = files;
        this.seconds = seconds;
    }

    /** The WAV's files, in order; more than one only beyond 4 GB. */
    public List<File> files() {
        return files;
    }

    /** How long it sounds. */
    public double seconds() {
        return seconds;
    }
}
