package io.echotrace.mapping;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Measurements as people read them: two or three digits and a unit that fits. */
final class Quantity {
    private static final MathContext TWO_DIGITS = new MathContext(2);

    private Quantity() {}

    /** For example "40 kB/s", "3.2 MB/s". */
    static String bytesPerSecond(double bytes) {
        if (bytes < 1e3) {
            return String.format(Locale.ROOT, "%.0f B/s", bytes);
        }
        double kilo = bytes / 1e3;
        return kilo < 1e3
                ? String.format(Locale.ROOT, "%.0f kB/s", kilo)
                : String.format(Locale.ROOT, "%.1f MB/s", kilo / 1e3);
    }

    /** For example "850 ns", "2.5 µs", "12 ms", "1.3 s". */
    static String seconds(double seconds) {
        if (seconds < 0.9995e-6) {
            return number(seconds * 1e9) + " ns";
        }
        if (seconds < 0.9995e-3) {
            return number(seconds * 1e6) + " µs";
        }
        return seconds < 0.9995 ? number(seconds * 1e3) + " ms" : number(seconds) + " s";
    }

    /** For example "0", "0.033", "2.5", "12", "3400". */
    static String number(double value) {
        if (value > 0 && value < 0.095) {
            return new BigDecimal(value).round(TWO_DIGITS).toPlainString();
        }
        boolean fraction = value > 0 && value < 9.95;
        return String.format(Locale.ROOT, fraction ? "%.1f" : "%.0f", value);
    }
}
