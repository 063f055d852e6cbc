package io.echotrace.judge;

import java.util.Random;

/** Draws what a scene leaves to chance; the same seed draws the same. */
final class Chance {
    private static final double MANY = 30;

    private final Random random;

    Chance(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + 1); // neighboring seeds begin alike otherwise
    }

    Random random() {
        return random;
    }

    double between(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** Each ratio is as likely: 1…10 as often as 10…100. */
    double ratioBetween(double low, double high) {
        return low * Math.pow(high / low, random.nextDouble());
    }

    boolean happens(double probability) {
        return random.nextDouble() < probability;
    }

    /** How many independent events come where so many are expected. */
    int events(double expected) {
        if (expected > MANY) {
            return (int) Math.max(0, Math.round(expected + Math.sqrt(expected) * random.nextGaussian()));
        }
        double limit = Math.exp(-expected);
        int count = -1;
        for (double product = 1; product > limit || count < 0; count++) {
            product *= random.nextDouble();
        }
        return count;
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
