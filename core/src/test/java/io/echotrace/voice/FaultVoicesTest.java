package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Recording;
import io.echotrace.ear.TruePeak;
import io.echotrace.synth.Block;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the voices of faults keep to when all of them sound at once. */
class FaultVoicesTest {
    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void allAtOnce_staysBelowThePeakAndLoudnessLimits(int sampleRateHz) {
        Stage stage = Stage.healthy(sampleRateHz).with(Control.BODY_DB, 0).with(Control.PULSE_HZ, 10);
        Recording sound = troubled(stage, 1).play(14);
        assertThat(TruePeak.dbtp(sound)).isLessThanOrEqualTo(-3);
        assertThat(Loudness.maxMomentary(sound)).isBetween(-22.0, -16.0);
        assertThat(Clicks.in(sound)).isEmpty();
    }

    @Test
    void health_isWhatItWas_onceAllIsOver() {
        Recording health = Stage.healthy().at(0).play(22);
        Stage stage = troubled(Stage.healthy().at(0), 1);
        calm(stage, 12);
        Recording over = stage.play(22);
        assertThat(over.slice(5, 12).channel(0))
                .isNotEqualTo(health.slice(5, 12).channel(0));
        for (int channel = 0; channel < 2; channel++) {
            assertThat(over.slice(20, 22).channel(channel))
                    .isEqualTo(health.slice(20, 22).channel(channel));
        }
    }

    @Test
    void rendering_allocatesNothing() {
        Stage stage = troubled(Stage.healthy().at(0), 0.7);
        calm(stage, 11);
        Renderer renderer = stage.renderer();
        Block block = new Block();
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        for (int i = 0; i < 3_000; i++) {
            renderer.render(block);
        }
        long start = threads.getThreadAllocatedBytes(self);
        long none = threads.getThreadAllocatedBytes(self) - start;
        long before = threads.getThreadAllocatedBytes(self);
        for (int i = 0; i < 6_000; i++) {
            renderer.render(block);
        }
        assertThat(threads.getThreadAllocatedBytes(self) - before).isEqualTo(none);
    }

    /** Every fault voice sounds from 4 s on, and its cues come again and again. */
    private static Stage troubled(Stage stage, double amplitude) {
        stage.at(0);
        stage.with(Control.CROWD, amplitude).with(Control.CROWD_SIZE, 6);
        stage.with(Control.VESSEL, amplitude).with(Control.VESSEL_FILL, 1);
        stage.with(Control.RATCHET, amplitude).with(Control.RATCHET_HZ, 18).at(4);
        for (int i = 0; i < 3; i++) {
            stage.cue(Cue.Kind.BELLS, 4.5 + 2.4 * i, 0, 0);
            stage.cue(Cue.Kind.RECOVERY, 5.3 + 2.4 * i, 0, -6);
        }
        return stage;
    }

    private static void calm(Stage stage, double atSeconds) {
        stage.with(Control.CROWD, 0).with(Control.CROWD_SIZE, 0).with(Control.VESSEL, 0);
        stage.with(Control.RATCHET, 0).at(atSeconds);
    }
}
