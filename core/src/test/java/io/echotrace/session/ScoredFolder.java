package io.echotrace.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Scores every CSV below a folder into the same place below another, in one JVM; the arguments are the two. */
final class ScoredFolder {
    private ScoredFolder() {}

    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]);
        Path to = Path.of(arguments[1]);
        for (Path csv : series(from)) {
            Path scored = to.resolve(from.relativize(csv));
            new Scoring().score(csv.toFile(), scored.toFile(), rows -> {});
        }
    }

    private static List<Path> series(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".csv"))
                    .sorted()
                    .toList();
        }
    }
}
