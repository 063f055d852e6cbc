package io.echotrace.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HolesTest {
    private static final Signals SIGNALS = new Signals(24_000);

    @Test
    void hole_isFoundWithItsEdges_underDither() {
        Recording bed = SIGNALS.healthy(200, 0.01, 1);
        Recording torn = Signals.dithered(Signals.join(bed, SIGNALS.silence(0.237), bed), 1);

        List<Holes.Hole> holes = Holes.in(torn, 0.05);

        assertThat(holes).hasSize(1);
        assertThat(holes.get(0).start()).isCloseTo(1, within(0.002));
        assertThat(holes.get(0).length()).isCloseTo(0.237, within(0.002));
        assertThat(holes.get(0).end()).isCloseTo(1.237, within(0.002));
    }

    @Test
    void hole_needsSilenceInAllChannels() {
        Recording sine = SIGNALS.sine(300, 0.1, 1);

        assertThat(Holes.in(Signals.stereo(SIGNALS.silence(1), sine), 0.05)).isEmpty();
    }

    @Test
    void hole_isNotASoftSoundOrAShortGap() {
        Recording soft = Signals.dithered(SIGNALS.sine(300, 0.002, 1), 1);
        Recording gap = Signals.join(soft, SIGNALS.silence(0.02), soft);

        assertThat(Holes.in(gap, 0.05)).isEmpty();
    }

    @Test
    void holes_includeTheStartAndTheEnd() {
        Recording sine = SIGNALS.sine(300, 0.1, 1);

        List<Holes.Hole> holes = Holes.in(Signals.join(SIGNALS.silence(0.1), sine, SIGNALS.silence(0.2)), 0.05);

        assertThat(holes).extracting(Holes.Hole::length).hasSize(2);
        assertThat(holes.get(1).end()).isEqualTo(1.3);
    }
}
