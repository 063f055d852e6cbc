package io.echotrace.it.budget;

import io.echotrace.it.jvm.Jdks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many times faster than real time the sound is made: core's benchmark, on the JDK that is measured. */
final class SynthesisMeasurement {
    static final String SPEED = "synthesis_x_real_time";

    private static final String BENCHMARK = "RenderBenchmark";
    private static final double FRAME_NANOS = 1e9 / 48_000;
    private static final Pattern SCENE = Pattern.compile("# Parameters: \\(scene = (\\w+)\\)");
    private static final Pattern ITERATION = Pattern.compile("Iteration +(\\d+): ([\\d.]+) .*ns/op");

    private final RawNumbers numbers;

    SynthesisMeasurement(RawNumbers numbers) {
        this.numbers = numbers;
    }

    void run(int jdk, Effort effort) throws IOException, InterruptedException {
        Process benchmark = new ProcessBuilder(
                        Jdks.home(jdk).resolve("bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.openjdk.jmh.Main",
                        BENCHMARK,
                        "-w",
                        effort.iteration,
                        "-r",
                        effort.iteration)
                .redirectErrorStream(true)
                .start();
        String output = new String(benchmark.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (benchmark.waitFor() != 0) {
            throw new IOException("the benchmark failed: " + output);
        }
        read(output);
    }

    private void read(String output) throws IOException {
        String scene = "";
        for (String line : output.lines().toList()) {
            Matcher heading = SCENE.matcher(line);
            Matcher iteration = ITERATION.matcher(line);
            if (heading.find()) {
                scene = heading.group(1);
            } else if (line.startsWith("Iteration") && iteration.find()) {
                Key key = new Key(SPEED, scene, Setup.WITHOUT);
                numbers.add(
                        key,
                        Integer.parseInt(iteration.group(1)),
                        FRAME_NANOS / Double.parseDouble(iteration.group(2)));
            }
        }
    }
}
