package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Clicks;
import io.echotrace.ear.Modulation;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Recording;
import io.echotrace.ear.TruePeak;
import io.echotrace.timeline.Control;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that is flooded is a pulse that hammers: fast, hard and regular. */
class FloodTest {
    @ParameterizedTest
    @CsvSource({"0, 0.1, 8.2", "0, 0.6, 9.2", "3, 0.6, 9.2", "3, 1, 10", "9.6, 0.6, 9.6", "10, 0.6, 10"})
    void flood_isFast_andNeverSlowerThanTheTrafficIs(double pulseHz, double flood, double hz) {
        Onsets onsets = Onsets.in(pulse(0.3, pulseHz, flood).steady(6), 900, 3200);
        assertThat(onsets.rate()).isCloseTo(hz, within(0.02 * hz));
    }

    @ParameterizedTest
    @CsvSource({"0, 1.8, 2.1", "0.3, 2.1, 2.6", "0.7, 2.1, 2.6", "1, 2.5, 3.5"})
    void flood_isDeeperThanTheFastestTraffic(double pitch, double weakest, double worst) {
        double fastest = depth(pulse(pitch, 10, 0));
        assertThat(depth(pulse(pitch, 0, 0.6)) / fastest).isGreaterThan(weakest);
        assertThat(depth(pulse(pitch, 0, 1)) / fastest).isGreaterThan(worst);
    }

    @Test
    void itsStrokes_areNoSofterThanSlowOnes_andAtMostSixDecibelsOverTheBed() {
        Recording bed = pulse(0.3, 0, 0).steady(5);
        double slow = TruePeak.dbtp(Difference.of(pulse(0.3, 1, 0).steady(5), bed));
        double weakest = TruePeak.dbtp(Difference.of(pulse(0.3, 0, 0.6).steady(5), bed));
        double worst = TruePeak.dbtp(Difference.of(pulse(0.3, 0, 1).steady(5), bed));
        assertThat(weakest - slow).isBetween(0.0, 1.5);
        assertThat(worst - slow).isBetween(2.0, 3.5); // slow ones are 3 dB over the bed
    }

    @Test
    void flood_isRegular_otherThanTheLeastJitter() {
        Onsets flood = Onsets.in(pulse(0.3, 3, 0.6).steady(10), 900, 3200);
        Stage jitter = pulse(0.3, 9.2, 0).with(Control.PULSE_STAGGER, 0.12);
        assertThat(flood.variation()).isLessThan(0.02);
        assertThat(Onsets.in(jitter.steady(10), 900, 3200).variation()).isGreaterThan(0.08);
    }

    @Test
    void jitterInAFlood_isHeard() {
        Stage both = pulse(0.3, 3, 0.6).with(Control.PULSE_STAGGER, 0.12);
        Onsets onsets = Onsets.in(both.steady(10), 900, 3200);
        assertThat(onsets.variation()).isGreaterThan(0.08);
        assertThat(onsets.rate()).isCloseTo(9.2, within(0.6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 2})
    void flood_comesAndGoes_withoutAClick_andLeavesTheTrafficAsItWas(double pulseHz) {
        Stage stage = pulse(0.3, pulseHz, 0).at(0);
        for (int i = 0; i < 8; i++) {
            stage.with(Control.PULSE_FLOOD, i % 2 == 0 ? 1 : 0).at(4 + 0.7 * i);
        }
        Recording sound = stage.play(15);
        assertThat(Clicks.in(sound)).isEmpty();
        Onsets after = Onsets.in(sound.slice(10, 15), 900, 3200);
        assertThat(after.instants()).hasSize((int) (5 * pulseHz));
    }

    private static double depth(Stage stage) {
        return Modulation.of(stage.steady(5), 1000, 3000).depth(7.8, 16);
    }

    private static Stage pulse(double pitch, double hz, double flood) {
        return Stage.healthy()
                .with(Control.GROUND_PITCH, pitch)
                .with(Control.PULSE_HZ, hz)
                .with(Control.PULSE_FLOOD, flood);
    }
}
