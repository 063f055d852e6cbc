package io.echotrace.it.budget;

import java.util.Locale;

/** What a host is started with. */
enum Setup {
    WITHOUT,
    EMPTY_PREMAIN,
    RECORDING,
    /** With {@code methods=}: main waits for the weaver. */
    TIMING,
    PLAYING;

    /** As it stands in files and tables. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
