package io.echotrace.metric;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Decimal numbers of six significant digits: rounds a value to one and prints it, the same on every JDK ({@code
 * Double.toString} changed in 19) and without garbage. What is printed parses back to exactly the rounded value.
 */
public final class SixDigits {
    private static final int DIGITS = 6;
    private static final double LOG_2 = StrictMath.log10(2);
    private static final long SMALLEST = 100_000;
    private static final long BEYOND = 1_000_000;
    /** The powers of ten that a double holds exactly, so that one multiplication or division rounds correctly. */
    private static final double[] EXACT_POWERS = new double[23];

    static {
        double power = 1;
        for (int i = 0; i < EXACT_POWERS.length; i++) {
            EXACT_POWERS[i] = power;
            power *= 10;
        }
    }

    private SixDigits() {}

    /** The nearest number of six significant digits; NaN for what is not finite; zero for the vanishingly small. */
    public static double round(double value) {
        if (value == 0 || !(Math.abs(value) <= Double.MAX_VALUE)) {
            return value == 0 ? 0 : Double.NaN;
        }
        double magnitude = Math.abs(value);
        int exponent = exponent(magnitude);
        if (!isExact(exponent)) {
            return magnitude < 1 ? 0 : decimal(value).doubleValue();
        }
        double rounded = compose(mantissa(magnitude, exponent), exponent);
        return value < 0 ? -rounded : rounded;
    }

    /**
     * Appends a rounded value in plain notation, as short as it can be; nothing for NaN.
     *
     * @param value a result of {@link #round}
     */
    public static void append(StringBuilder to, double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (value == 0) {
            to.append('0');
            return;
        }
        double magnitude = Math.abs(value);
        if (value < 0) {
            to.append('-');
        }
        int exponent = exponent(magnitude);
        if (!isExact(exponent)) {
            to.append(decimal(magnitude).toPlainString());
            return;
        }
        appendPlain(to, mantissa(magnitude, exponent), exponent);
    }

    /** Decimal places that the last of the six digits stands left (positive) or right (negative) of the point. */
    private static int exponent(double magnitude) {
        int exponent = decade(magnitude) - (DIGITS - 1);
        // Rounding may carry into a seventh digit, and the decade may be off by one at a power of ten.
        while (isExact(exponent) && mantissa(magnitude, exponent) >= BEYOND) {
            exponent++;
        }
        while (isExact(exponent) && mantissa(magnitude, exponent) < SMALLEST) {
            exponent--;
        }
        return exponent;
    }

    /** The whole part of the logarithm; {@link StrictMath#log10} is slow native code on some JDKs. */
    private static int decade(double magnitude) {
        int decade = (int) Math.floor(Math.getExponent(magnitude) * LOG_2); // of the power of two below
        int next = decade + 1;
        if (!isExact(next)) {
            return (int) StrictMath.floor(StrictMath.log10(magnitude));
        }
        boolean reached = next >= 0 ? magnitude >= EXACT_POWERS[next] : magnitude * EXACT_POWERS[-next] >= 1;
        return reached ? next : decade;
    }

    /** The slow way, for numbers that hardly any measurement gives: from 1e27 on. */
    private static BigDecimal decimal(double value) {
        return new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_EVEN));
    }

    private static boolean isExact(int exponent) {
        return Math.abs(exponent) < EXACT_POWERS.length;
    }

    private static long mantissa(double magnitude, int exponent) {
        double scaled = exponent >= 0 ? magnitude / EXACT_POWERS[exponent] : magnitude * EXACT_POWERS[-exponent];
        return (long) StrictMath.rint(scaled);
    }

    private static double compose(long mantissa, int exponent) {
        return exponent >= 0 ? mantissa * EXACT_POWERS[exponent] : mantissa / EXACT_POWERS[-exponent];
    }

    private static void appendPlain(StringBuilder to, long mantissa, int exponent) {
        long digits = mantissa;
        int places = -exponent;
        while (places > 0 && digits % 10 == 0) {
            digits /= 10;
            places--;
        }
        int start = to.length();
        to.append(digits);
        for (int i = places; i < 0; i++) {
            to.append('0');
        }
        if (places > 0) {
            while (to.length() - start <= places) {
                to.insert(start, '0');
            }
            to.insert(to.length() - places, '.');
        }
    }
}
