package io.echotrace.it.workshop;

import io.echotrace.finding.Fault;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;

/** A program of the workshop, as the jar lists it: what it does wrong, if anything, and how much of it can be asked for. */
record WorkshopProgram(
        String name,
        boolean isFault,
        double low,
        double high,
        boolean isLogarithmic,
        String unit,
        List<String> jvmOptions) {
    static final String COMMAND = "workshop";

    /** All there are. */
    static List<WorkshopProgram> list(Path jdk, Path folder) throws IOException {
        Outcome outcome = new JvmLauncher(jdk, folder).commandLine(COMMAND, "--list");
        if (outcome.exitCode() != 0) {
            throw new IOException(outcome.stderr());
        }
        return outcome.stdout().lines().map(WorkshopProgram::parse).collect(Collectors.toList());
    }

    private static WorkshopProgram parse(String line) {
        String[] fields = line.split("\t", -1);
        boolean isFault = fields[1].equals("fault");
        return new WorkshopProgram(
                fields[0],
                isFault,
                isFault ? Double.parseDouble(fields[2]) : 0,
                isFault ? Double.parseDouble(fields[3]) : 0,
                fields[4].equals("log"),
                fields[5],
                fields[6].isBlank() ? List.of() : List.of(fields[6].trim().split(" +")));
    }

    /** The fault it produces. */
    Fault fault() {
        return Fault.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** Any position of its dial. */
    double draw(Random random) {
        double at = random.nextDouble();
        return isLogarithmic ? low * Math.pow(high / low, at) : low + at * (high - low);
    }
}
