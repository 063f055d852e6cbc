package io.echotrace.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TruePeakTest {
    private static final Signals SIGNALS = new Signals(48_000);

    @Test
    void dbtp_isTheCrest_whenAllSamplesMissIt() {
        // a quarter of the sample rate, sampled 45 degrees off its crests (EBU Tech 3341, case 16)
        Recording sine = SIGNALS.sampled(0.5, t -> 0.5 * Math.sin(2 * Math.PI * 12_000 * t + Math.PI / 4));

        assertThat(sine.channel(0)[0]).isCloseTo(0.354f, within(0.001f));
        assertThat(TruePeak.dbtp(sine.slice(0.1, 0.4))).isBetween(-6.4, -5.8);
    }

    @Test
    void dbtp_isTheAmplitude_ofALowSine() {
        assertThat(TruePeak.dbtp(SIGNALS.sine(440, 0.5, 0.5))).isCloseTo(-6.02, within(0.02));
    }

    @Test
    void dbtp_isThatOfTheLouderChannel() {
        Recording stereo = Signals.stereo(SIGNALS.sine(440, 0.1, 0.5), SIGNALS.sine(440, 0.7, 0.5));

        assertThat(TruePeak.dbtp(stereo)).isCloseTo(20 * Math.log10(0.7), within(0.02));
    }
}
