package io.echotrace.it.end;

import io.echotrace.needs.Missing;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** A file system of its own in memory, which takes no memory but for what is written to it. */
final class SmallDisk implements AutoCloseable {
    private final Path folder;

    private SmallDisk(Path folder) {
        this.folder = folder;
    }

    /**
     * Mounts one. To anybody but root that is not allowed, and the test is skipped; where root is refused, too, it is
     * skipped, but fails on a CI server.
     */
    static SmallDisk mounted(Path folder, long bytes) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        String refusal = run("mount", "-t", "tmpfs", "-o", "size=" + bytes, "echotrace-it", folder.toString());
        String line = "a small disk cannot be mounted, run the tests as root: " + refusal;
        Assumptions.assumeTrue(refusal.isEmpty() || isRoot(), line);
        if (!refusal.isEmpty()) {
            Missing.skip(line);
        }
        return new SmallDisk(folder);
    }

    Path folder() {
        return folder;
    }

    /** Takes space away. */
    void fill(long bytes) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        try (RandomAccessFile file = new RandomAccessFile(folder.resolve("full").toFile(), "rw")) {
            for (long written = 0; written < bytes; written += megabyte.length) {
                file.write(megabyte);
            }
        }
    }

    void makeReadOnly() throws IOException, InterruptedException {
        run("mount", "-o", "remount,ro", folder.toString());
    }

    @Override
    public void close() throws IOException {
        new ProcessBuilder("umount", "--lazy", folder.toString())
                .start()
                .onExit()
                .join();
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /** Returns why it failed; nothing when it did not. */
    private static String run(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).trim();
            return process.waitFor() == 0 ? "" : output + " ";
        } catch (IOException e) {
            return e.toString();
        }
    }
}
