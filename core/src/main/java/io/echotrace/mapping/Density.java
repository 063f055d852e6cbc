package io.echotrace.mapping;

/**
 * How events of one kind sound by how many there are a second: below 3 each is heard alone, up to 10 they are grains of a
 * texture, and what is denser becomes noise in the same band, whose level follows the logarithm of the rate. Grains fade
 * into noise as their number trebles, both together as loud as either.
 */
final class Density {
    /** Below, single sounds are heard for themselves, and this far apart. */
    static final double TEXTURE = 3;

    static final long APART_NANOS = 300_000_000L;
    /** From here all is noise, and no more grains are made. */
    static final double DENSEST = 30;

    private static final double DENSE = 10;
    private static final double MOST = 1000;
    /** Mean level of ten grains a second under that of one at its peak. */
    private static final double NOISE_DB = -12;

    private static final double NOISE_DB_PER_DECADE = 6;

    private Density() {}

    /** Gain of each grain, 1…0. */
    static double grains(double perSecond) {
        return StrictMath.sqrt(1 - noiseShare(perSecond));
    }

    /** The same in decibels, where there are grains. */
    static double grainsDb(double perSecond) {
        return 20 * StrictMath.log10(grains(perSecond));
    }

    /** Gain of the noise, over that of the bed, where grains would have a level over the bed. */
    static double noise(double perSecond, double grainDb) {
        if (perSecond <= DENSE) {
            return 0;
        }
        double decades = StrictMath.log10(Math.min(perSecond, MOST) / DENSE);
        double db = grainDb + NOISE_DB + NOISE_DB_PER_DECADE * decades;
        return StrictMath.sqrt(noiseShare(perSecond)) * StrictMath.pow(10, db / 20);
    }

    /** Share of the noise in the power of both. */
    private static double noiseShare(double perSecond) {
        double way = StrictMath.log(perSecond / DENSE) / StrictMath.log(DENSEST / DENSE);
        return Math.max(0, Math.min(way, 1));
    }
}
