package io.echotrace.agent.cli;

import io.echotrace.output.SpeakerDevices.Obstacle;
import java.io.File;
import org.jspecify.annotations.Nullable;

/** What to say to somebody whose machine does not play. */
final class SoundAdvice {
    private static final String FILE = "Without a device, record: wav=FILE.";

    private SoundAdvice() {}

    static String reason(Obstacle obstacle) {
        switch (obstacle) {
            case NO_JAVA_SOUND:
                return "no Java Sound in this runtime";
            case NO_ANSWER:
                return "the sound system does not answer";
            default:
                return "no sound device";
        }
    }

    /** @param javaHome where this runtime lives; null if unknown */
    static String remedy(Obstacle obstacle, @Nullable String javaHome) {
        switch (obstacle) {
            case NO_JAVA_SOUND:
                return "Use a runtime with the module java.desktop and its native library; on Debian and Ubuntu the"
                        + " headless package is enough: apt-get install openjdk-17-jre-headless. " + FILE;
            case NO_ANSWER:
                return "A sound server hangs: restart it, for example with"
                        + " systemctl --user restart pipewire-pulse or pulseaudio -k. " + FILE;
            default:
                return missingLibrary(javaHome);
        }
    }

    /** Java Sound itself is silent about a library that is missing: it then has no devices. */
    private static String missingLibrary(@Nullable String javaHome) {
        String trouble = javaHome == null ? null : loadingTrouble(new File(javaHome, "lib/libjsound.so"));
        if (trouble == null) {
            return "Java Sound works, but finds nothing to play on: is a sound card there or a sound server running, and"
                    + " may this user use it? A sound server needs its ALSA plugin; on Debian and Ubuntu:"
                    + " apt-get install libasound2-plugins. " + FILE;
        }
        return "Java's sound library cannot be loaded (" + trouble + "); on Debian and Ubuntu:"
                + " apt-get install libasound2. " + FILE;
    }

    /** Why the library cannot be loaded; null if it can, or is not a file of this runtime. */
    private static @Nullable String loadingTrouble(File library) {
        if (!library.isFile()) {
            return null;
        }
        try {
            System.load(library.getPath());
            return null;
        } catch (UnsatisfiedLinkError e) {
            String message = String.valueOf(e.getMessage());
            return message.contains("already loaded") ? null : message;
        }
    }
}
