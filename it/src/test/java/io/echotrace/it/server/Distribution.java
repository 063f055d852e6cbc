package io.echotrace.it.server;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A server as Maven Central has it, which {@code servers.sh} has fetched into a folder of its name. */
final class Distribution {
    private static final Path ALL = Path.of(System.getProperty("servers", "target/servers"));

    private Distribution() {}

    /** The one entry of a server's folder: where it was unpacked to, or its jar. */
    static Path of(String server) throws IOException {
        return all(server).get(0);
    }

    /** All that was fetched for a server. */
    static List<Path> all(String server) throws IOException {
        Path folder = ALL.resolve(server).toAbsolutePath();
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> found = entries.toList();
            if (found.isEmpty()) {
                throw new IllegalStateException("nothing in " + folder);
            }
            return found;
        }
    }

    /** A copy of one of its folders, which the server may change. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : all.toList()) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            }
        }
    }

    static String java(Path jdk) {
        return jdk.resolve("bin" + File.separator + "java").toString();
    }
}
