package io.echotrace.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.echotrace.ear.Bands;
import io.echotrace.ear.Clicks;
import io.echotrace.ear.Loudness;
import io.echotrace.ear.Onsets;
import io.echotrace.ear.Recording;
import io.echotrace.timeline.Control;
import io.echotrace.timeline.Cue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.descriptive.moment.StandardDeviation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Threads that block each other are heard as a ratchet of irregular clicks, faster the more of them. */
class RatchetTest {
    @ParameterizedTest
    @CsvSource({"9, 16000", "13, 16000", "13, 24000", "9, 48000"})
    void clicks_areHeardOverTheBed(double hz, int sampleRateHz) {
        Onsets clicks = Onsets.in(ratchet(sampleRateHz, 1, hz).play(24).slice(4, 24), 1000, 3000);
        assertThat(clicks.instants().length / 20.0).isCloseTo(hz, within(0.05 * hz));
        assertThat(clicks.variation()).isGreaterThan(0.2); // jitter of the pulse, at its most, has 0.2
    }

    @ParameterizedTest
    @ValueSource(doubles = {9, 13, 18})
    void clicks_areAsManyAsTheControlSays_atIrregularIntervals(double hz) {
        double[] intervals = intervals(clicks(48_000, hz, 44).slice(4, 44));
        double[] means = Arrays.stream(intervals).map(interval -> interval * hz).toArray();
        assertThat(Arrays.stream(means).average().orElseThrow()).isCloseTo(1, within(0.05));
        assertThat(Arrays.stream(means).min().orElseThrow()).isBetween(0.45, 0.55);
        assertThat(Arrays.stream(means).max().orElseThrow()).isBetween(1.45, 1.55);
        assertThat(new StandardDeviation().evaluate(means)).isCloseTo(1 / Math.sqrt(12), within(0.03));
    }

    @Test
    void woodBlock_isHeardInIt_andNowhereElse() {
        Stage stage = ratchet(24_000, 1, 13);
        for (int i = 0; i < 6; i++) {
            stage.cue(Cue.Kind.WOOD_BLOCK, 4.5 + 0.5 * i, 0, -12);
        }
        Recording sound = stage.play(16);
        double[] heard = Onsets.in(sound.slice(4, 8), 2600, 2900).instants();
        assertThat(heard).hasSize(6);
        assertThat(heard[5] - heard[0]).isCloseTo(2.5, within(0.005));
        assertThat(Onsets.in(sound.slice(8, 16), 2600, 2900).instants()).isEmpty();
        assertThat(Onsets.in(sound.slice(8, 16), 3300, 6000).instants()).isEmpty();
    }

    @Test
    void clicks_haveABodyAndAnEdge_andEndBelowTheWoodBlock() {
        Recording clicks = clicks(24_000, 18, 12).slice(4, 12);
        double all = Bands.level(clicks, 50, 10_000);
        assertThat(Bands.level(clicks, 200, 500)).isGreaterThan(all - 6);
        assertThat(Bands.level(clicks, 1000, 2000)).isGreaterThan(all - 4);
        assertThat(Bands.level(clicks, 2500, 10_000)).isLessThan(all - 50);
    }

    @Test
    void clicks_areShort() {
        Recording clicks = clicks(48_000, 9, 12).slice(4, 12);
        float[] samples = clicks.channel(0);
        float peak = peak(samples);
        int loud = 0;
        for (float sample : samples) {
            loud += Math.abs(sample) > 0.1f * peak ? 1 : 0;
        }
        assertThat(loud / (clicks.duration() * 48_000 * 9)).isBetween(0.005, 0.02); // seconds of each
    }

    @Test
    void ratchet_isAsLoudAsItsAmplitudeSays_andNoLouderThanTheBed() {
        double bed = Loudness.integrated(Solo.bed(24_000, 0.3).play(10).slice(4, 10));
        double loud = loudness(1);
        assertThat(loud - bed).isBetween(-8.0, 0.0);
        assertThat(loudness(0.25) - loud).isCloseTo(-12, within(0.3));
    }

    @Test
    void nothing_isHeard_withoutAmplitude_norLongAfterwards() {
        Recording healthy = Solo.bed(48_000, 0.3).play(12);
        assertThat(ratchet(48_000, 0, 18).play(6).channel(0))
                .isEqualTo(healthy.slice(0, 6).channel(0));
        Recording over = ratchet(48_000, 1, 18).with(Control.RATCHET, 0).at(6).play(12);
        assertThat(over.slice(9, 12).channel(0)).isEqualTo(healthy.slice(9, 12).channel(0));
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 48_000})
    void ratchet_hasNoJumpInIt(int sampleRateHz) {
        Stage stage = ratchet(sampleRateHz, 1, 18);
        for (int i = 0; i < 10; i++) {
            stage.with(Control.RATCHET, i % 3 / 2.0)
                    .with(Control.RATCHET_HZ, 9 + i)
                    .at(5 + 0.7 * i);
        }
        assertThat(Clicks.in(stage.play(13))).isEmpty();
    }

    private static Stage ratchet(int sampleRateHz, double amplitude, double hz) {
        return Solo.bed(sampleRateHz, 0.3)
                .with(Control.RATCHET, amplitude)
                .with(Control.RATCHET_HZ, hz)
                .at(0);
    }

    /** The ratchet alone. */
    private static Recording clicks(int sampleRateHz, double hz, double seconds) {
        return Solo.of(ratchet(sampleRateHz, 1, hz), Solo.bed(sampleRateHz, 0.3), seconds);
    }

    /** Between the clicks of a ratchet alone, which are closer together than onsets in a bed can be told apart. */
    private static double[] intervals(Recording clicks) {
        float[] samples = clicks.channel(0);
        float loud = 0.3f * peak(samples);
        List<Double> intervals = new ArrayList<>();
        int onset = -1;
        int lastLoud = -samples.length;
        for (int i = 0; i < samples.length; i++) {
            if (Math.abs(samples[i]) > loud) {
                if (i - lastLoud > 0.006 * clicks.sampleRate()) {
                    intervals.add((i - onset) / (double) clicks.sampleRate());
                    onset = i;
                }
                lastLoud = i;
            }
        }
        return intervals.stream().skip(1).mapToDouble(Double::doubleValue).toArray();
    }

    private static float peak(float[] samples) {
        float peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private static double loudness(double amplitude) {
        Recording clicks = Solo.of(ratchet(24_000, amplitude, 18), Solo.bed(24_000, 0.3), 10);
        return Loudness.integrated(clicks.slice(4, 10));
    }
}
