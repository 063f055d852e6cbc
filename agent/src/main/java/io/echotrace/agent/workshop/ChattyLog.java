package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.Pace;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.SplittableRandom;

/** Bursts of lines for a log, whose file is put aside when it is large. */
final class ChattyLog implements Work {
    private static final double LINES_PER_SECOND = 20_000;
    private static final int LINES_PER_STEP = 200;
    private static final double LEAST_SECONDS = 1;
    private static final double MORE_SECONDS = 4;
    private static final double LEAST_BETWEEN_SECONDS = 5;
    private static final double MORE_BETWEEN_SECONDS = 15;
    private static final long ROTATED_BYTES = 5_000_000;

    private final SplittableRandom random = new SplittableRandom();
    private long number;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        try (Scratch scratch = new Scratch()) {
            File log = scratch.file("shop.log");
            File old = scratch.file("shop.log.1");
            while (!bench.isOver()) {
                bench.sleep(LEAST_BETWEEN_SECONDS + MORE_BETWEEN_SECONDS * random.nextDouble());
                burst(log, old, LINES_PER_SECOND * (LEAST_SECONDS + MORE_SECONDS * random.nextDouble()));
            }
        }
    }

    private void burst(File log, File old, double lines) throws IOException, InterruptedException {
        Pace pace = new Pace(LINES_PER_SECOND / 1e9);
        for (int written = 0; written < lines; written += LINES_PER_STEP) {
            if (log.length() > ROTATED_BYTES) {
                Files.move(log.toPath(), old.toPath(), StandardCopyOption.REPLACE_EXISTING);
            }
            write(log);
            pace.did(LINES_PER_STEP);
        }
    }

    private void write(File log) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(
                log.toPath(), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int i = 0; i < LINES_PER_STEP; i++) {
                out.write("customer " + random.nextInt(100_000) + " asked for page " + number++ + " and got it\n");
            }
        }
    }
}
