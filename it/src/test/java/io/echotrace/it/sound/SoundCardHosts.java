package io.echotrace.it.sound;

import io.echotrace.ear.VirtualSoundCard;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import java.nio.file.Path;

/** JVMs that play on a {@link VirtualSoundCard}. */
final class SoundCardHosts {
    private SoundCardHosts() {}

    /** Starts JVMs whose sound device is the card. */
    static JvmLauncher on(VirtualSoundCard card, Path folder) {
        JvmLauncher launcher = new JvmLauncher(Jdks.running(), folder);
        card.environment().forEach(launcher::variable);
        return launcher;
    }
}
