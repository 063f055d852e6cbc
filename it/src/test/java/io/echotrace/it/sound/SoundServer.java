package io.echotrace.it.sound;

import io.echotrace.ear.VirtualSoundCard;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import java.nio.file.Path;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What tests need that play on a {@link VirtualSoundCard}. */
final class SoundServer {
    private SoundServer() {}

    /** Skips the test where there is no sound server; fails it on the CI server, which has one. */
    static void isNeeded() {
        if (VirtualSoundCard.isInstalled()) {
            return;
        }
        String message = "no PulseAudio here: install pulseaudio, pulseaudio-utils and libasound2-plugins";
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(message);
        }
        Assumptions.abort(message);
    }

    /** Starts JVMs whose sound device is the card. */
    static JvmLauncher hostOn(VirtualSoundCard card, Path folder) {
        JvmLauncher launcher = new JvmLauncher(Jdks.running(), folder);
        card.environment().forEach(launcher::variable);
        return launcher;
    }
}
