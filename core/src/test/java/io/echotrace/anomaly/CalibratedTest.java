package io.echotrace.anomaly;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form of {@link Calibrated}: as many values as L of 4 needs; ten million are its main class's. */
class CalibratedTest {
    private static final int VALUES = 400_000;
    private static final int UP_TO_4 = 3;

    @ParameterizedTest
    @EnumSource(Streams.class)
    void level_isTheProbabilityOfAHealthySecond_withinAFactorOfThree(Streams stream) {
        for (double kept : Calibrated.DEPENDENCES) {
            double[] multiples = Calibrated.multiples(stream.stream(kept, 3), VALUES);
            for (int i = 0; i < UP_TO_4; i++) {
                assertThat(multiples[i]).as("L of %d, AR(1) of %s", i + 2, kept).isBetween(1.0 / 3, 3.0);
            }
        }
    }
}
