package io.echotrace.agent.cli;

import io.echotrace.output.SpeakerDevices.Obstacle;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What to say to somebody whose machine does not play. */
final class SoundAdvice {
    private static final String FILE = "Without a device, record: wav=FILE.";
    private static final String NO_LIBRARY =
            "Java's sound library could not be loaded: it needs libasound; on Debian and"
                    + " Ubuntu: apt-get install libasound2. ";
    private static final String NOTHING_FOUND =
            "Java Sound works, but finds nothing to play on: is there a sound card, or"
                    + " does a sound server run, and may this user use it? A server needs its ALSA plugin; on Debian and Ubuntu:"
                    + " apt-get install libasound2-plugins. ";

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

    /** @param maps the libraries of this process as Linux lists them: {@code /proc/self/maps} */
    static String remedy(Obstacle obstacle, File maps) {
        switch (obstacle) {
            case NO_JAVA_SOUND:
                return "Use a runtime with the module java.desktop and its native library; on Debian and Ubuntu the"
                        + " headless package is enough: apt-get install openjdk-17-jre-headless. " + FILE;
            case NO_ANSWER:
                return "A sound server hangs: restart it, for example with"
                        + " systemctl --user restart pipewire-pulse or pulseaudio -k. " + FILE;
            default:
                return (lacks(maps, "libjsound") ? NO_LIBRARY : NOTHING_FOUND) + FILE;
        }
    }

    /** Java Sound is silent about a library that it cannot load, and then has no devices. */
    private static boolean lacks(File maps, String library) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(new FileInputStream(maps), StandardCharsets.UTF_8))) {
            return lines.lines().noneMatch(line -> line.contains(library));
        } catch (IOException e) {
            return false; // not on Linux
        }
    }
}
