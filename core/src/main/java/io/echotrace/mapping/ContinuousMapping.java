package io.echotrace.mapping;

import io.echotrace.timeline.Control;

/**
 * One row of the sound table: what is measured, which control it moves, and how. Immutable data: the mapper, the legend
 * and the documentation read it alike.
 */
public final class ContinuousMapping {
    final Source source;
    final Control control;
    /** What of the sound it is, for people: "pitch of the ground". */
    final String voice;
    /** What is heard at the bottom of the range, and at its top. */
    final String bottom;

    final String top;
    /** What the control does when nothing is measured; NaN leaves it to the row before this one that moves it, too. */
    final double unavailable;
    /** Whether the source is averaged over two seconds before all else, and held through gaps as long as that. */
    final boolean averaged;
    /** Share of the range within which the control holds still; with none it follows every value at once. */
    final double deadBand;
    /** Most that the control rises in a second, and most that it falls. */
    final double risePerSecond;

    final double fallPerSecond;

    private final Curve curve;
    private final double domainFrom;
    private final double domainTo;
    private final double rangeFrom;
    private final double rangeTo;

    private ContinuousMapping(Builder builder) {
        source = builder.source;
        control = builder.control;
        voice = builder.voice;
        bottom = builder.bottom;
        top = builder.top;
        unavailable = builder.unavailable;
        averaged = builder.averaged;
        deadBand = builder.deadBand;
        risePerSecond = builder.risePerSecond;
        fallPerSecond = builder.fallPerSecond;
        curve = builder.curve;
        domainFrom = builder.domainFrom;
        domainTo = builder.domainTo;
        rangeFrom = builder.rangeFrom;
        rangeTo = builder.rangeTo;
    }

    static Builder of(Source source, Control control) {
        return new Builder(source, control);
    }

    /** The same, to be changed. */
    Builder toBuilder() {
        Builder builder = new Builder(source, control)
                .heard(voice, bottom, top)
                .domain(curve, domainFrom, domainTo)
                .range(rangeFrom, rangeTo)
                .unavailable(unavailable)
                .deadBand(deadBand)
                .slew(risePerSecond, fallPerSecond);
        return averaged ? builder.averaged() : builder;
    }

    /** Whether nothing in its domain may be zero. */
    boolean isLogarithmic() {
        return curve != Curve.LINEAR;
    }

    /** The control's value at the bottom of the range, or at its top. */
    double rangeEnd(boolean atTop) {
        return atTop ? rangeTo : rangeFrom;
    }

    /** The control that this row moves. */
    public Control control() {
        return control;
    }

    /**
     * The control's value for a measured one, without smoothing; for NaN what it does when nothing is measured, which is NaN
     * where another row moves the control then.
     */
    public double apply(double value) {
        return Double.isNaN(value) ? unavailable : inRange(position(value));
    }

    /** Where in its domain a value lies, 0…1. */
    double position(double value) {
        return Math.max(0, Math.min(curve.position(value, domainFrom, domainTo), 1));
    }

    /** The control's value at a position. */
    double inRange(double position) {
        return curve.inRange(position, rangeFrom, rangeTo);
    }

    /** The measured value at the bottom of the domain, or at its top. */
    double domainEnd(boolean atTop) {
        return atTop ? domainTo : curve.lowest(domainFrom);
    }

    /** Equal steps, equal ratios, or equal ratios from zero on. */
    String curve() {
        return curve.text;
    }

    /** The smallest value that is not at the bottom of the range. */
    double threshold() {
        return domainFrom;
    }

    /** Says how a row maps. */
    static final class Builder {
        private Source source;
        private final Control control;
        private String voice = "";
        private String bottom = "";
        private String top = "";
        private Curve curve = Curve.LINEAR;
        private double domainFrom;
        private double domainTo = 1;
        private double rangeFrom;
        private double rangeTo = 1;
        private double unavailable;
        private boolean averaged;
        private double deadBand;
        private double risePerSecond = Double.POSITIVE_INFINITY;
        private double fallPerSecond = Double.POSITIVE_INFINITY;

        private Builder(Source source, Control control) {
            this.source = source;
            this.control = control;
        }

        Builder domain(Curve curve, double from, double to) {
            this.curve = curve;
            domainFrom = from;
            domainTo = to;
            return this;
        }

        /** With the same curve. */
        Builder domain(double from, double to) {
            return domain(curve, from, to);
        }

        /** Without a change of what is heard when nothing is measured, but that it is within. */
        Builder rangeWithin(double from, double to) {
            rangeFrom = from;
            rangeTo = to;
            if (!Double.isNaN(unavailable) && unavailable != 0) {
                unavailable = Math.max(Math.min(from, to), Math.min(unavailable, Math.max(from, to)));
            }
            return this;
        }

        /** Follows nothing. */
        Builder off() {
            source = Source.none();
            return this;
        }

        Builder range(double from, double to) {
            rangeFrom = from;
            rangeTo = to;
            unavailable = from;
            return this;
        }

        /** What of the sound it is, and what is heard at both ends of the range. */
        Builder heard(String asVoice, String atBottom, String atTop) {
            voice = asVoice;
            bottom = atBottom;
            top = atTop;
            return this;
        }

        Builder unavailable(double value) {
            unavailable = value;
            return this;
        }

        /** When nothing is measured, the row before this one that moves the same control has it again. */
        Builder takesOver() {
            unavailable = Double.NaN;
            return this;
        }

        Builder averaged() {
            averaged = true;
            return this;
        }

        Builder deadBand(double share) {
            deadBand = share;
            return this;
        }

        Builder slew(double risePerSecond, double fallPerSecond) {
            this.risePerSecond = risePerSecond;
            this.fallPerSecond = fallPerSecond;
            return this;
        }

        ContinuousMapping build() {
            return new ContinuousMapping(this);
        }
    }
}
