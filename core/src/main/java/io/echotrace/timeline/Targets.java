package io.echotrace.timeline;

import java.util.Arrays;

/** One value for each {@link Control}. Not thread-safe; the timeline keeps a copy. */
public final class Targets {
    private final double[] values;

    /** Every control at its initial value. */
    public Targets() {
        Control[] controls = Control.values();
        values = new double[controls.length];
        for (Control control : controls) {
            set(control, control.initial());
        }
    }

    private Targets(double[] values) {
        this.values = values;
    }

    public double get(Control control) {
        return values[index(control)];
    }

    public void set(Control control, double value) {
        values[index(control)] = value;
    }

    /** An independent copy. */
    public Targets copy() {
        return new Targets(Arrays.copyOf(values, values.length));
    }

    @SuppressWarnings("EnumOrdinal") // an index within one run of one version, never stored
    private static int index(Control control) {
        return control.ordinal();
    }
}
