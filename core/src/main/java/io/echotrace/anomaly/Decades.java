package io.echotrace.anomaly;

/**
 * Logarithms to base 10, as fast as plain arithmetic makes them and the same on every JDK: {@link StrictMath}'s are
 * native code on some. The series of the inverse hyperbolic tangent, to some 12 digits.
 */
final class Decades {
    private static final double LOG_2 = StrictMath.log10(2);
    private static final double TWICE_LOG_E = 2 / StrictMath.log(10);
    private static final double HALF_OF_ROOT = StrictMath.sqrt(0.5);
    private static final int EXPONENT_SHIFT = 52;
    private static final long EXPONENT_OF_ONE = 1023L << EXPONENT_SHIFT;
    private static final long MANTISSA = (1L << EXPONENT_SHIFT) - 1;
    private static final double[] ODD_FRACTIONS = new double[9];

    static {
        for (int i = 0; i < ODD_FRACTIONS.length; i++) {
            ODD_FRACTIONS[i] = 1.0 / (2 * i + 1);
        }
    }

    private Decades() {}

    /** The logarithm of a positive, normal number. */
    static double of(double number) {
        long bits = Double.doubleToRawLongBits(number);
        int exponent = (int) (bits >>> EXPONENT_SHIFT) - 1023;
        double mantissa = Double.longBitsToDouble((bits & MANTISSA) | EXPONENT_OF_ONE) / 2;
        if (mantissa < HALF_OF_ROOT) {
            mantissa *= 2;
        } else {
            exponent++;
        }
        double ratio = (mantissa - 1) / (mantissa + 1);
        double square = ratio * ratio;
        double sum = 0;
        for (int i = ODD_FRACTIONS.length - 1; i >= 0; i--) {
            sum = sum * square + ODD_FRACTIONS[i];
        }
        return exponent * LOG_2 + TWICE_LOG_E * ratio * sum;
    }
}
