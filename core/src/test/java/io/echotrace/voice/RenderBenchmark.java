package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.timeline.Control;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Time of a stereo frame at 48 kHz. Real time is 20 833 ns; the budgets are 800, 500 and 200 times that speed: 26, 41 and
 * 104 ns.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RenderBenchmark {
    /** What sounds. */
    public enum Scene {
        HEALTHY,
        TWO_TENSIONS,
        EVERYTHING
    }

    @Param
    public Scene scene = Scene.HEALTHY;

    private final Stage stage = Stage.healthy();
    private final Block block = new Block();

    @Setup
    public void settle() {
        if (scene != Scene.HEALTHY) {
            stage.with(Control.GROUND_TENSION, 0.55).with(Control.FIFTH_TENSION, 0.55);
        }
        if (scene == Scene.EVERYTHING) {
            stage.with(Control.GROUND_TENSION, 0.5)
                    .with(Control.FIFTH_TENSION, 0.5)
                    .with(Control.NOISE, 1);
            stage.with(Control.PULSE_TENSION, 1).with(Control.BODY_TENSION, 1).with(Control.PULSE_HZ, 10);
        }
        stage.steady(10);
    }

    @Benchmark
    @OperationsPerInvocation(Block.FRAMES)
    public Block frame() {
        stage.renderer().render(block);
        return block;
    }
}
