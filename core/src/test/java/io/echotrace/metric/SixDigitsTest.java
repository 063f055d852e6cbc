package io.echotrace.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SixDigitsTest {
    private static final int TRIES = 20_000;

    /** Half a unit in the sixth digit of 1.00000, and a little for the nearest double. */
    private static final double MOST_RELATIVE_ERROR = 5.0000001e-6;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "1, 1",
        "-1, -1",
        "0.5, 0.5",
        "100, 100",
        "123456, 123456",
        "1234567, 1234570",
        "0.1234567, 0.123457",
        "-0.0012345678, -0.00123457",
        "999999.5, 1000000",
        "999999.4, 999999",
        "9.999995, 10",
        "9.999994, 9.99999",
        "0.9999996, 1",
        "0.00009999999, 0.0001",
        "3.3333333333, 3.33333",
        "9.2233720368547758E18, 9223370000000000000",
        "1e-5, 0.00001",
        "1.5e-9, 0.0000000015",
    })
    void number_isPrintedWithSixDigitsAsShortAsItCanBe(double value, String text) {
        assertThat(print(SixDigits.round(value))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void whatIsNotFinite_isNaNAndPrintedAsNothing(double value) {
        assertThat(SixDigits.round(value)).isNaN();
        assertThat(print(SixDigits.round(value))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.MIN_VALUE, -Double.MIN_VALUE, Double.MIN_NORMAL, 2.2e-308, 1e-100, -1e-25})
    void vanishinglySmallNumber_isZeroWithoutASign(double value) {
        assertThat(Double.doubleToRawLongBits(SixDigits.round(value))).isZero();
    }

    @Test
    void numbersOfOrdinarySize_areRoundedOnceAndParsedExactly() {
        SplittableRandom random = new SplittableRandom(1);
        check(TRIES, () -> sign(random) * magnitude(random, -16, 26));
    }

    @Test
    void hugeNumbers_areRoundedOnceAndParsedExactly() {
        SplittableRandom random = new SplittableRandom(2);
        check(TRIES, () -> sign(random) * magnitude(random, 26, 308));
        check(Double.MAX_VALUE);
        check(-Double.MAX_VALUE);
    }

    @Test
    void numbersAboutACarry_areRoundedOnceAndParsedExactly() {
        SplittableRandom random = new SplittableRandom(3);
        check(TRIES, () -> (1 - 1e-5 * random.nextDouble()) * power(random.nextInt(-15, 27)));
    }

    @Test
    void numbersAboutATie_areRoundedOnceAndParsedExactly() {
        SplittableRandom random = new SplittableRandom(4);
        check(
                TRIES,
                () -> neighbor(random, (random.nextInt(100_000, 1_000_000) + 0.5) * power(random.nextInt(-20, 20))));
    }

    @Test
    void powersOfTen_areThemselves() {
        for (int exponent = -16; exponent <= 308; exponent++) {
            assertThat(SixDigits.round(power(exponent))).isEqualTo(power(exponent));
        }
    }

    @Test
    void neighborsOfPowersOfTen_areRoundedOnceAndParsedExactly() {
        for (int exponent = -16; exponent <= 308; exponent++) {
            check(power(exponent));
            check(Math.nextUp(power(exponent)));
            check(Math.nextDown(power(exponent)));
        }
    }

    @Test
    void print_appendsToWhatIsThere() {
        StringBuilder text = new StringBuilder("1.250,");
        SixDigits.append(text, SixDigits.round(-0.0123));
        assertThat(text.toString()).isEqualTo("1.250,-0.0123");
    }

    private static void check(int tries, DoubleSupplier values) {
        for (int i = 0; i < tries; i++) {
            check(values.getAsDouble());
        }
    }

    private static void check(double value) {
        double rounded = SixDigits.round(value);
        String text = print(rounded);

        assertThat(SixDigits.round(rounded)).as("%s, rounded twice", value).isEqualTo(rounded);
        assertThat(Double.parseDouble(text)).as("%s, printed and parsed", value).isEqualTo(rounded);
        assertThat(significantDigits(text)).as("digits of %s", text).isLessThanOrEqualTo(6);
        assertThat(Math.abs(rounded / value - 1)).as("error of %s", value).isLessThan(MOST_RELATIVE_ERROR);
    }

    private static int significantDigits(String text) {
        return new BigDecimal(text).stripTrailingZeros().precision();
    }

    private static String print(double rounded) {
        StringBuilder text = new StringBuilder();
        SixDigits.append(text, rounded);
        return text.toString();
    }

    private static double magnitude(SplittableRandom random, int fromExponent, int toExponent) {
        return random.nextDouble(1, 10) * power(random.nextInt(fromExponent, toExponent));
    }

    private static double power(int exponent) {
        return Double.parseDouble("1e" + exponent);
    }

    private static double neighbor(SplittableRandom random, double value) {
        return value + random.nextInt(-1, 2) * Math.ulp(value);
    }

    private static int sign(SplittableRandom random) {
        return random.nextBoolean() ? 1 : -1;
    }
}
