package io.echotrace.it.jvm;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A JVM with a host program in it, started by a {@link JvmLauncher}. */
public final class TargetJvm implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final File stdout;
    private final File stderr;

    private TargetJvm(Process process, File stdout, File stderr) {
        this.process = process;
        this.stdout = stdout;
        this.stderr = stderr;
    }

    /** Starts the process with both streams going to files, so that it never waits for a reader. */
    static TargetJvm start(ProcessBuilder builder) throws IOException {
        File stdout = temporary("stdout");
        File stderr = temporary("stderr");
        return new TargetJvm(
                builder.redirectOutput(stdout).redirectError(stderr).start(), stdout, stderr);
    }

    public Process process() {
        return process;
    }

    /** What it has written to standard output so far. */
    public String stdout() {
        return read(stdout);
    }

    /** What it has written to standard error so far. */
    public String stderr() {
        return read(stderr);
    }

    /** Waits until it has ended by itself. */
    public Outcome awaitEnd() {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> !process.isAlive());
        return new Outcome(process.exitValue(), stdout(), stderr());
    }

    /** Kills it if it still runs. */
    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static File temporary(String name) throws IOException {
        Path file = Files.createTempFile("echotrace-it-", "." + name);
        file.toFile().deleteOnExit();
        return file.toFile();
    }

    private static String read(File file) {
        try {
            return Files.readString(file.toPath(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
