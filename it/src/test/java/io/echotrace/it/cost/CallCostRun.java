package io.echotrace.it.cost;

import io.echotrace.it.jvm.Jdks;
import io.echotrace.it.method.TimedCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures all ways of timing on JDKs, by one thread and by two, prints a table of each JDK, and writes the raw numbers.
 * The ways take turns, each in a JVM of its own, so that what else the machine does falls on all of them alike.
 *
 * <p>Arguments: the folder for the raw numbers, the number of rounds, the versions of the JDKs.
 */
final class CallCostRun {
    private static final List<Integer> THREADS = List.of(1, 2);
    private static final int WARM_UPS = 8;
    private static final int ITERATIONS = 12;
    private static final TimeValue ITERATION = TimeValue.milliseconds(400);

    private final int jdk;
    private final Path folder = Files.createTempDirectory("echotrace-cost");
    private final CallCosts costs = new CallCosts();

    private CallCostRun(int jdk) throws IOException {
        this.jdk = jdk;
    }

    public static void main(String[] arguments) throws Exception {
        Path results = Files.createDirectories(Path.of(arguments[0]));
        for (String version : List.of(arguments).subList(2, arguments.length)) {
            CallCostRun run = new CallCostRun(Integer.parseInt(version));
            run.measure(Integer.parseInt(arguments[1]));
            Path file = results.resolve(LocalDate.now(ZoneOffset.UTC) + "-call-jdk" + version + ".csv");
            run.costs.write(file);
            System.out.println("JDK " + version);
            THREADS.forEach(run.costs::print);
            System.out.println("raw numbers: " + file);
        }
    }

    private void measure(int rounds) throws IOException, RunnerException {
        for (int round = 1; round <= rounds; round++) {
            for (TimingWay way : TimingWay.values()) {
                for (int threads : THREADS) {
                    measure(way, threads, round);
                }
            }
        }
    }

    private void measure(TimingWay way, int threads, int round) throws IOException, RunnerException {
        Path csv = folder.resolve(way + "-" + threads + "-" + round + ".csv");
        OptionsBuilder options = new OptionsBuilder();
        options.include("\\." + CallCostBenchmark.class.getSimpleName() + "\\." + way.benchmark + "$")
                .jvm(Jdks.home(jdk).resolve("bin/java").toString())
                .jvmArgs(way.jvmOptions(csv).toArray(new String[0]))
                .forks(1)
                .threads(threads)
                .warmupIterations(WARM_UPS)
                .warmupTime(ITERATION)
                .measurementIterations(ITERATIONS)
                .measurementTime(ITERATION)
                .addProfiler(GCProfiler.class)
                .addProfiler(CallerCpu.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        for (RunResult result : new Runner(options.build()).run()) {
            for (BenchmarkResult fork : result.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    costs.add(way, threads, round, iteration);
                }
            }
        }
        if (way.isEchoTrace() && new TimedCalls(csv).all() < 1e6) {
            throw new IllegalStateException(way + " has not timed the calls, see " + csv);
        }
    }
}
