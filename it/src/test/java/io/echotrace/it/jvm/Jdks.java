package io.echotrace.it.jvm;

import io.echotrace.needs.Missing;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The JDKs of this machine: those in the folder that {@code ECHOTRACE_JDKS} names, in its subfolders 8, 11, 17 and so on;
 * those of variables such as {@code JAVA_HOME_17_X64}; those in {@code /usr/lib/jvm}; and the one that runs the tests.
 */
public final class Jdks {
    private static final String FOLDER_VARIABLE = "ECHOTRACE_JDKS";

    private Jdks() {}

    /** The home of a JDK; without one the test is skipped, or fails on a CI server. */
    public static Path home(int version) {
        Optional<Path> found = inFolder(version)
                .or(() -> installed(version).stream()
                        .filter(home -> version(home) == version)
                        .findFirst());
        if (found.isEmpty()) {
            Missing.skip("no JDK " + version + " here: put one into the folder that " + FOLDER_VARIABLE + " names");
        }
        return found.orElseThrow();
    }

    /** The JDK that runs the tests. */
    public static Path running() {
        return Path.of(System.getProperty("java.home"));
    }

    private static Optional<Path> inFolder(int version) {
        return Optional.ofNullable(System.getenv(FOLDER_VARIABLE))
                .map(folder -> Path.of(folder, Integer.toString(version)))
                .filter(Files::isDirectory);
    }

    private static List<Path> installed(int version) {
        List<Path> homes = new ArrayList<>();
        System.getenv().forEach((name, value) -> {
            if (name.toUpperCase(Locale.ROOT).matches("JAVA_HOME_" + version + "(_.*)?")) {
                homes.add(Path.of(value));
            }
        });
        homes.add(running());
        try (Stream<Path> packaged = Files.list(Path.of("/usr/lib/jvm"))) {
            packaged.sorted().forEach(homes::add);
        } catch (IOException e) {
            // no such folder on this system
        }
        return homes;
    }

    /** The feature version that a JDK states in its release file; -1 when it is none. */
    private static int version(Path home) {
        try (InputStream in = Files.newInputStream(home.resolve("release"))) {
            Properties release = new Properties();
            release.load(in);
            String[] parts =
                    release.getProperty("JAVA_VERSION", "-1").replace("\"", "").split("[._+-]");
            return Integer.parseInt(parts[0].equals("1") ? parts[1] : parts[0]);
        } catch (IOException | RuntimeException e) {
            return -1;
        }
    }
}
