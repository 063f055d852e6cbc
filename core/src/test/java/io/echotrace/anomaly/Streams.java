package io.echotrace.anomaly;

import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/** Synthetic healthy metrics: five distributions, light and heavy tails, each independent or as an AR(1) process. */
public enum Streams {
    NORMAL(Random::nextGaussian),
    UNIFORM(Random::nextDouble),
    EXPONENTIAL(random -> -Math.log(1 - random.nextDouble())),
    LOGNORMAL(random -> Math.exp(random.nextGaussian())),
    STUDENT_T3(random -> {
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            double normal = random.nextGaussian();
            squares += normal * normal;
        }
        return random.nextGaussian() / Math.sqrt(squares / 3);
    });

    @SuppressWarnings("ImmutableEnumChecker") // the functions have no state
    private final ToDoubleFunction<Random> draw;

    Streams(ToDoubleFunction<Random> draw) {
        this.draw = draw;
    }

    /** A stream in which each value keeps so much of the one before. */
    DoubleSupplier stream(double kept, long seed) {
        Random random = new Random(seed);
        double[] last = new double[1];
        return () -> last[0] = kept * last[0] + draw.applyAsDouble(random);
    }
}
