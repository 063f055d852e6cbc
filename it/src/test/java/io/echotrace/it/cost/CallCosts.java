package io.echotrace.it.cost;

import io.echotrace.it.budget.LinuxProcess;
import io.echotrace.it.budget.Median;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import org.openjdk.jmh.results.IterationResult;

/** Every iteration that was measured, of each way and number of threads. */
final class CallCosts {
    /** As JMH's profiler of the garbage collector calls it. */
    private static final String BYTES = "gc.alloc.rate.norm";

    private record Cost(
            TimingWay way, int threads, int round, double cpuNanos, double wallNanos, double bytes, double load) {
        String line() {
            String name = way.name().toLowerCase(Locale.ROOT).replace('_', '-');
            return String.format(
                    Locale.ROOT,
                    "%s,%d,%d,%.2f,%.2f,%.3f,%.2f",
                    name,
                    threads,
                    round,
                    cpuNanos,
                    wallNanos,
                    bytes,
                    load);
        }
    }

    private final List<Cost> costs = new ArrayList<>();

    void add(TimingWay way, int threads, int round, IterationResult iteration) throws IOException {
        costs.add(new Cost(
                way,
                threads,
                round,
                score(iteration, CallerCpu.NAME),
                iteration.getPrimaryResult().getScore(),
                score(iteration, BYTES),
                LinuxProcess.loadAverage()));
    }

    private static double score(IterationResult iteration, String name) {
        return Objects.requireNonNull(iteration.getSecondaryResults().get(name)).getScore();
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(
                List.of("way,threads,round,cpu_ns_per_call,wall_ns_per_call,bytes_per_call,load_average_1m"));
        costs.forEach(cost -> lines.add(cost.line()));
        Files.write(file, lines);
    }

    /** The table for one number of threads. */
    void print(int threads) {
        System.out.printf(
                Locale.ROOT,
                "%-30s %9s %13s %8s %9s %8s%n",
                threads + (threads == 1 ? " thread" : " threads"),
                "CPU ns",
                "quartiles",
                "x floor",
                "wall ns",
                "B/call");
        double floor = Median.of(of(TimingWay.FLOOR, threads, Cost::cpuNanos));
        for (TimingWay way : TimingWay.values()) {
            List<Double> nanos = of(way, threads, Cost::cpuNanos);
            System.out.printf(
                    Locale.ROOT,
                    "%-30s %9.1f %13s %8.2f %9.1f %8.2f%n",
                    way.title,
                    Median.of(nanos),
                    String.format(Locale.ROOT, "%.1f–%.1f", Median.quantile(nanos, 0.25), Median.quantile(nanos, 0.75)),
                    Median.of(nanos) / floor,
                    Median.of(of(way, threads, Cost::wallNanos)),
                    Median.of(of(way, threads, Cost::bytes)));
        }
    }

    private List<Double> of(TimingWay way, int threads, ToDoubleFunction<Cost> value) {
        return costs.stream()
                .filter(cost -> cost.way == way && cost.threads == threads)
                .map(value::applyAsDouble)
                .toList();
    }
}
