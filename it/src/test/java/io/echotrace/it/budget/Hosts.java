package io.echotrace.it.budget;

import io.echotrace.ear.VirtualSoundCard;
import io.echotrace.it.host.EmptyPremain;
import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.jvm.JvmLauncher;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/** Starts hosts of one JDK in a folder of their own. */
final class Hosts {
    private final Path jdk;
    private final Path folder;
    private final Path emptyAgent;
    private final @Nullable VirtualSoundCard card;

    /** @param card where hosts play; null when there is none */
    Hosts(int version, Path folder, @Nullable VirtualSoundCard card) throws IOException {
        this.jdk = Jdks.home(version);
        this.folder = folder;
        this.emptyAgent = emptyAgent(folder.resolve("empty-agent.jar"));
        this.card = card;
    }

    /** A launcher without the agent, or with it as the setup says. */
    JvmLauncher launcher(Setup setup) {
        JvmLauncher launcher = new JvmLauncher(jdk, folder);
        return switch (setup) {
            case WITHOUT -> launcher;
            case EMPTY_PREMAIN -> launcher.jvmOption("-javaagent:" + emptyAgent);
            case RECORDING -> launcher.agent("wav=run.wav,live=off");
            case TIMING -> launcher.agent("wav=run.wav,live=off,methods=@http:@jdbc");
            case PLAYING -> playing(launcher);
        };
    }

    private JvmLauncher playing(JvmLauncher launcher) {
        Objects.requireNonNull(card, "no sound card").environment().forEach(launcher::variable);
        return launcher.agent("live=on");
    }

    private static Path emptyAgent(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", EmptyPremain.class.getName());
        String entry = EmptyPremain.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in = Objects.requireNonNull(EmptyPremain.class.getResourceAsStream("/" + entry))) {
            out.putNextEntry(new ZipEntry(entry));
            in.transferTo(out);
        }
        return jar;
    }
}
