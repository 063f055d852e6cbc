package io.echotrace.voice;

import io.echotrace.synth.Block;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
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
 * Time of a stereo frame at 48 kHz. Real time is 20 833 ns; the budgets are 800 times that speed for health, 500 for two
 * faults and 200 for everything: 26, 41 and 104 ns. What is allocated is the cues, not the sound.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RenderBenchmark {
    private static final int RATE_HZ = 48_000;

    /** What sounds, every fault at its worst. */
    @SuppressWarnings("ImmutableEnumChecker") // its functions have no state
    public enum Scene {
        HEALTHY(stage -> {}),
        BUSY_DISK(stage -> stage.with(Control.FLOOR_LEVEL, 0.5)),
        CPU_AND_LOCKS(stage -> {
            cpuSaturation(stage);
            lockContention(stage);
        }),
        COLLECTIONS_AND_ERRORS(stage -> stage.with(Control.FIFTH_TENSION, 0.6), RenderBenchmark::events),
        LEAKS(RenderBenchmark::leaks),
        NETWORK(RenderBenchmark::network),
        DISK_AND_DEADLOCK(RenderBenchmark::diskSaturation, (stage, second) -> stage.cue(Cue.Kind.BELLS, second, 0, 6)),
        EVERYTHING(RenderBenchmark::everything, (stage, second) -> {
            events(stage, second);
            stage.cue(Cue.Kind.BELLS, second, 0, 6);
            stage.cue(Cue.Kind.THUD, second, 2, 6);
        });

        private final Consumer<Stage> state;
        private final Events events;

        Scene(Consumer<Stage> state) {
            this(state, (stage, second) -> {});
        }

        Scene(Consumer<Stage> state, Events events) {
            this.state = state;
            this.events = events;
        }
    }

    /** What happens in the second that is rendered next. */
    private interface Events {
        void in(Stage stage, double second);
    }

    @Param
    public Scene scene = Scene.HEALTHY;

    private final Stage stage = Stage.healthy();
    private final Block block = new Block();

    @Setup
    public void settle() {
        scene.state.accept(stage);
        stage.steady(10);
    }

    @Benchmark
    @OperationsPerInvocation(RATE_HZ)
    public Block second() {
        scene.events.in(stage, stage.renderer().position() / (double) RATE_HZ + 0.01);
        for (int i = 0; i < RATE_HZ / Block.FRAMES; i++) {
            stage.renderer().render(block);
        }
        return block;
    }

    private static void events(Stage stage, double second) {
        for (int i = 0; i < 10; i++) {
            stage.cue(Cue.Kind.WOOD_BLOCK, second + 0.1 * i, 0.05, 6);
        }
        stage.timeline().cue(Cue.sparks((long) (second * 1e9), 1_000_000_000L, 10, 6));
    }

    private static void everything(Stage stage) {
        cpuSaturation(stage);
        lockContention(stage);
        leaks(stage);
        network(stage);
        diskSaturation(stage);
        stage.with(Control.GROUND_TENSION, 0.5).with(Control.FIFTH_TENSION, 0.5);
        stage.with(Control.PULSE_TENSION, 1).with(Control.BODY_TENSION, 1).with(Control.NOISE, 1);
    }

    private static void cpuSaturation(Stage stage) {
        stage.with(Control.GROUND_PITCH, 1).with(Control.GROUND_STRAIN, 1).with(Control.GROUND_TENSION, 0.6);
    }

    private static void lockContention(Stage stage) {
        stage.with(Control.RATCHET, 1).with(Control.RATCHET_HZ, 18).with(Control.FIFTH_TENSION, 0.6);
    }

    private static void leaks(Stage stage) {
        stage.with(Control.CROWD, 1).with(Control.CROWD_SIZE, 6);
        stage.with(Control.VESSEL, 1).with(Control.VESSEL_FILL, 1).with(Control.BODY_TENSION, 0.6);
    }

    private static void network(Stage stage) {
        stage.with(Control.PULSE_FLOOD, 1).with(Control.PULSE_LOSS, 1).with(Control.PULSE_TENSION, 0.6);
    }

    private static void diskSaturation(Stage stage) {
        stage.with(Control.FLOOR_LEVEL, 1).with(Control.FLOOR_GRIND, 1);
    }
}
