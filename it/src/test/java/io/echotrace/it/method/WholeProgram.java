package io.echotrace.it.method;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A large program that does something from beginning to end, and always the same.
 *
 * @param arguments for {@code java}: class path, main class, what it is to do; {@code OUT} stands for the folder where it
 *     may write
 * @param firstJdk the oldest that it runs on
 */
record WholeProgram(String name, int firstJdk, List<String> arguments) {
    private static final int MOST_SECONDS = 600;

    /**
     * What a run has done.
     *
     * @param output what it has printed to standard output
     * @param errors to standard error
     * @param files name and digest of each file that it has written
     */
    record Run(int exitCode, String output, String errors, List<String> files, double seconds) {
        /** The lines on standard error without those of the agent and of the JVM itself. */
        List<String> ownErrors() {
            return errors.lines()
                    .filter(line -> !line.startsWith("echotrace ") && !line.contains("VM warning"))
                    .toList();
        }

        boolean didTheSameAs(Run other) {
            return exitCode == other.exitCode
                    && output.equals(other.output)
                    && files.equals(other.files)
                    && ownErrors().equals(other.ownErrors());
        }
    }

    /** Runs it to its end in a folder, which must be empty. */
    Run run(Path java, List<String> jvmOptions, Path folder) throws IOException, InterruptedException {
        Path out = Files.createDirectories(folder.resolve("out"));
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(jvmOptions);
        arguments.forEach(argument -> command.add(argument.replace("OUT", out.toString())));
        Path stdout = folder.resolve("stdout");
        Path stderr = folder.resolve("stderr");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(stdout.toFile())
                .redirectError(stderr.toFile())
                .start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IOException(name + " does not end");
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        String place = out.toString();
        return new Run(
                process.exitValue(),
                Files.readString(stdout).replace(place, "OUT"),
                Files.readString(stderr).replace(place, "OUT"),
                digests(out),
                seconds);
    }

    private static List<String> digests(Path folder) throws IOException {
        List<String> digests = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digests.add(folder.relativize(file) + " " + digest(file));
            }
        }
        return digests;
    }

    private static String digest(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
