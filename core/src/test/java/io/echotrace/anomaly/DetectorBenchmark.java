package io.echotrace.anomaly;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Time to judge one value of one metric, from value to score, and what that allocates: nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class DetectorBenchmark {
    private static final int VALUES = 1 << 16;

    @Param
    public Streams stream = Streams.NORMAL;

    /** Metrics beside each other. */
    @Param({"1", "40"})
    public int metrics = 1;

    private final MetricNovelty novelty = new MetricNovelty();
    private final double[] values = new double[VALUES];
    private int next;

    @Setup
    public void draw() {
        DoubleSupplier source = stream.stream(0.5, 1);
        for (int i = 0; i < VALUES; i++) {
            values[i] = source.getAsDouble();
        }
    }

    @Benchmark
    public double judge() {
        novelty.add(values[next++ & VALUES - 1]);
        novelty.judge(next * 1_000_000_000L, metrics);
        novelty.score(novelty.level(metrics));
        return novelty.score();
    }
}
