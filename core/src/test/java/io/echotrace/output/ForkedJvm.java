package io.echotrace.output;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM of its own for a program of these tests, since some things can only be set, or suffered, by a whole process. */
final class ForkedJvm implements AutoCloseable {
    private final Process process;
    private final Path output;

    private ForkedJvm(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts {@code java [options] main arguments} with more environment; what it prints goes to a file in the folder. */
    static ForkedJvm start(Path folder, Map<String, String> environment, List<String> options, List<String> program)
            throws IOException {
        return start(folder, environment, List.of(), options, program);
    }

    /** The same behind a command that ends in starting what follows it. */
    static ForkedJvm start(
            Path folder,
            Map<String, String> environment,
            List<String> prefix,
            List<String> options,
            List<String> program)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(program);
        Path output = Files.createTempFile(folder, "jvm", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(output.toFile()).environment().putAll(environment);
        return new ForkedJvm(builder.start(), output);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** Everything the JVM has printed so far, on either stream. */
    List<String> lines() throws IOException {
        return Files.readAllLines(output);
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the JVM has not ended within 60 s");
        }
        return process.exitValue();
    }

    /** Ends it as SIGKILL does: no hook runs. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
