package io.echotrace.agent.attach;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Properties;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/** The version of Java that a process runs: from the {@code release} file of its JDK; of a Java 8 without one, from rt.jar. */
final class JdkRelease {
    /** From lib/amd64/server/libjvm.so in the JRE within a JDK 8. */
    private static final int HIGHEST = 6;

    private JdkRelease() {}

    /** For example "17.0.15" or "1.8.0_504"; null if it cannot be found out. */
    static @Nullable String of(LinuxProcess process) {
        String library = process.mapped("libjvm.so");
        if (library != null) {
            return above(process.outside(library));
        }
        List<String> command = process.arguments();
        boolean isPath = !command.isEmpty() && command.get(0).startsWith("/");
        return isPath ? above(resolved(new File(command.get(0)))) : null;
    }

    /** The version that the nearest of these files above says. */
    static @Nullable String above(File file) {
        String version = null;
        File folder = file.getParentFile();
        for (int i = 0; i < HIGHEST && folder != null && version == null; i++) {
            version = ofRelease(new File(folder, "release"));
            if (version == null) {
                version = ofRuntime(new File(folder, "rt.jar"));
            }
            folder = folder.getParentFile();
        }
        return version;
    }

    private static @Nullable String ofRelease(File release) {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(release.toPath())) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            return null;
        }
        String version = properties.getProperty("JAVA_VERSION");
        return version == null ? null : version.replace("\"", "");
    }

    private static @Nullable String ofRuntime(File jar) {
        if (!jar.isFile()) {
            return null;
        }
        try (JarFile runtime = new JarFile(jar)) {
            Manifest manifest = runtime.getManifest();
            return manifest == null ? null : manifest.getMainAttributes().getValue("Implementation-Version");
        } catch (IOException e) {
            return null;
        }
    }

    private static File resolved(File file) {
        try {
            return file.toPath().toRealPath().toFile();
        } catch (IOException e) {
            return file;
        }
    }
}
