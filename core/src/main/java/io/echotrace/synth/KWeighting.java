package io.echotrace.synth;

/**
 * How loud a steady tone is to a BS.1770 meter: the magnitude of the standard's two filters at a frequency. From a table,
 * so that it may be asked for on an audio thread. Stateless.
 *
 * <p>ITU-R BS.1770-4, annex 1, tables 1 and 2.
 */
public final class KWeighting {
    private static final double STEP_HZ = 8;
    private static final double TOP_HZ = 8_000;
    private static final double FILTER_RATE_HZ = 48_000;
    private static final double[] TABLE = table();

    private KWeighting() {}

    /** The gain at a frequency of 0…8000 Hz; above, that of 8000 Hz. */
    public static double gain(double hz) {
        double place = StrictMath.min(hz, TOP_HZ) / STEP_HZ;
        int index = StrictMath.min((int) place, TABLE.length - 2);
        return TABLE[index] + (place - index) * (TABLE[index + 1] - TABLE[index]);
    }

    /** K-weighted power of a partial. */
    public static double power(double amplitude, double hz) {
        double weighted = amplitude * gain(hz);
        return weighted * weighted / 2;
    }

    private static double[] table() {
        double[] table = new double[(int) (TOP_HZ / STEP_HZ) + 1];
        for (int i = 0; i < table.length; i++) {
            double w = 2 * StrictMath.PI * i * STEP_HZ / FILTER_RATE_HZ;
            double shelf = magnitude(w, 1.53512485958697, -2.69169618940638, 1.19839281085285)
                    / magnitude(w, 1, -1.69065929318241, 0.73248077421585);
            double highPass = magnitude(w, 1, -2, 1) / magnitude(w, 1, -1.99004745483398, 0.99007225036621);
            table[i] = shelf * highPass;
        }
        return table;
    }

    /** |c₀ + c₁ z⁻¹ + c₂ z⁻²| on the unit circle. */
    private static double magnitude(double w, double c0, double c1, double c2) {
        double re = c0 + c1 * StrictMath.cos(w) + c2 * StrictMath.cos(2 * w);
        double im = c1 * StrictMath.sin(w) + c2 * StrictMath.sin(2 * w);
        return StrictMath.sqrt(re * re + im * im);
    }
}
