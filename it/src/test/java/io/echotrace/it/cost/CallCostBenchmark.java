package io.echotrace.it.cost;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Recorder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.CompilerControl;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** One call of the {@link Subject}, as it is and timed by hand. Which agent is there, and what it times, is the fork's. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallCostBenchmark {
    /** About as fine as the agent's own buckets. */
    private static final int SIGNIFICANT_DIGITS = 2;

    private final Recorder recorder = new Recorder(TimeUnit.HOURS.toNanos(1), SIGNIFICANT_DIGITS);
    private final Timer timer = Timer.builder("calls").register(new SimpleMeterRegistry());

    /** The call alone, or with whatever an agent has woven into it. */
    @Benchmark
    public void call(Subject subject) {
        subject.service(null, null);
    }

    /** The least that timing can cost: the clock is read twice, and the duration dropped. */
    @Benchmark
    public void floor(Subject subject) {
        long start = System.nanoTime();
        try {
            subject.service(null, null);
        } finally {
            drop(System.nanoTime() - start);
        }
    }

    @Benchmark
    public void hdrHistogram(Subject subject) {
        long start = System.nanoTime();
        try {
            subject.service(null, null);
        } finally {
            recorder.recordValue(System.nanoTime() - start);
        }
    }

    /** A timer without percentiles, which is the cheapest there. */
    @Benchmark
    public void micrometer(Subject subject) {
        long start = System.nanoTime();
        try {
            subject.service(null, null);
        } finally {
            timer.record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    @CompilerControl(CompilerControl.Mode.DONT_INLINE)
    private static void drop(@SuppressWarnings("unused") long nanos) {}
}
