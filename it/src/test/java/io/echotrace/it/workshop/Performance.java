package io.echotrace.it.workshop;

import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.TargetJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** One run of a program of the workshop in a JVM that is recorded. */
record Performance(WorkshopProgram program, double dial, Lengths lengths) {
    private static final String OPTIONS = "live=off,methods=@http,wav=run.wav";
    private static final long GRACE_SECONDS = 120;

    /** How long it is well, then does what it is for, and then is well again, in seconds. */
    record Lengths(double calm, double length, double rest) {}

    /** What has become of it; the folder is made. */
    Recorded record(Path jdk, Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        JvmLauncher launcher = new JvmLauncher(jdk, folder).agent(OPTIONS);
        program.jvmOptions().forEach(launcher::jvmOption);
        launcher.startedBy(OwnNetwork.starter());
        if (program.name().equals("cpu-saturation")) {
            launcher.startedBy("taskset", "--cpu-list", "0"); // or it would need the whole machine
        }
        if (program.name().equals("file-descriptor-leak")) {
            launcher.startedBy("prlimit", "--nofile=4096");
        }
        try (TargetJvm jvm = launcher.startCommandLine(arguments())) {
            long seconds = (long) (lengths.calm + lengths.length + lengths.rest) + GRACE_SECONDS;
            if (!jvm.process().waitFor(seconds, TimeUnit.SECONDS)) {
                throw new IOException(program.name() + " does not end: " + jvm.stdout());
            }
            Files.writeString(folder.resolve("stdout"), jvm.stdout());
            Files.writeString(folder.resolve("stderr"), jvm.stderr());
        }
        return new Recorded(folder);
    }

    private String[] arguments() {
        List<String> arguments = new ArrayList<>(List.of(WorkshopProgram.COMMAND, program.name()));
        if (program.isFault()) {
            arguments.addAll(List.of("--dial", String.format(Locale.ROOT, "%.4g", dial)));
        }
        arguments.addAll(List.of("--calm", String.valueOf(lengths.calm)));
        arguments.addAll(List.of("--length", String.valueOf(lengths.length)));
        arguments.addAll(List.of("--rest", String.valueOf(lengths.rest)));
        return arguments.toArray(String[]::new);
    }
}
