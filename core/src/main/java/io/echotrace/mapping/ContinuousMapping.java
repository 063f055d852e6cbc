package io.echotrace.mapping;

import io.echotrace.timeline.Control;

/**
 * One row of the sound table: what is measured, which control it moves, and how. Immutable data: the mapper, the legend
 * and the documentation read it alike.
 */
public final class ContinuousMapping {
    final Source source;
    final Control control;
    final Curve curve;
    final double domainFrom;
    final double domainTo;
    final double rangeFrom;
    final double rangeTo;
    /** What the control does when nothing is measured. */
    final double unavailable;
    /** Share of the range within which the control holds still. */
    final double deadBand;
    /** Most that the control moves in a second. */
    final double slewPerSecond;

    private ContinuousMapping(
            Source source,
            Control control,
            Curve curve,
            double[] domain,
            double[] range,
            double unavailable,
            double deadBand,
            double slewPerSecond) {
        this.source = source;
        this.control = control;
        this.curve = curve;
        this.domainFrom = domain[0];
        this.domainTo = domain[1];
        this.rangeFrom = range[0];
        this.rangeTo = range[1];
        this.unavailable = unavailable;
        this.deadBand = deadBand;
        this.slewPerSecond = slewPerSecond;
    }

    static ContinuousMapping of(
            Source source,
            Control control,
            Curve curve,
            double domainFrom,
            double domainTo,
            double rangeFrom,
            double rangeTo) {
        return new ContinuousMapping(
                source,
                control,
                curve,
                new double[] {domainFrom, domainTo},
                new double[] {rangeFrom, rangeTo},
                rangeFrom,
                0,
                Double.POSITIVE_INFINITY);
    }

    ContinuousMapping unavailable(double value) {
        return new ContinuousMapping(source, control, curve, domain(), range(), value, deadBand, slewPerSecond);
    }

    ContinuousMapping deadBand(double share) {
        return new ContinuousMapping(source, control, curve, domain(), range(), unavailable, share, slewPerSecond);
    }

    ContinuousMapping slew(double perSecond) {
        return new ContinuousMapping(source, control, curve, domain(), range(), unavailable, deadBand, perSecond);
    }

    /** The control's value for a measured one, without smoothing. */
    public double apply(double value) {
        return Double.isNaN(value) ? unavailable : inRange(position(value));
    }

    double position(double value) {
        return Math.max(0, Math.min(curve.position(value, domainFrom, domainTo), 1));
    }

    double inRange(double position) {
        return curve.inRange(position, rangeFrom, rangeTo);
    }

    /** The control that this row moves. */
    public Control control() {
        return control;
    }

    private double[] domain() {
        return new double[] {domainFrom, domainTo};
    }

    private double[] range() {
        return new double[] {rangeFrom, rangeTo};
    }
}
