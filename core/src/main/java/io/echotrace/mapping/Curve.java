package io.echotrace.mapping;

/** How a metric's domain is spread over a control's range. Uses StrictMath: the same on every JDK. */
enum Curve {
    /** Equal steps stay equal. */
    LINEAR("linear") {
        @Override
        double position(double value, double from, double to) {
            return (value - from) / (to - from);
        }

        @Override
        double inRange(double position, double from, double to) {
            return from + position * (to - from);
        }
    },
    /** Equal ratios become equal ratios; the domain must not touch zero. */
    LOGARITHMIC("logarithmic") {
        @Override
        double position(double value, double from, double to) {
            return StrictMath.log(value / from) / StrictMath.log(to / from);
        }

        @Override
        double inRange(double position, double from, double to) {
            return from + position * (to - from);
        }
    },
    /**
     * Equal ratios of the metric become equal ratios of the control, with an even start at zero: the domain's lower
     * bound is the knee of log(1 + value / knee).
     */
    LOGARITHMIC_FROM_ZERO("logarithmic from zero") {
        @Override
        double position(double value, double knee, double to) {
            return StrictMath.log1p(value / knee) / StrictMath.log1p(to / knee);
        }

        @Override
        double lowest(double knee) {
            return 0;
        }

        @Override
        double inRange(double position, double from, double to) {
            return from * StrictMath.pow(to / from, position);
        }
    };

    /** Its name for people. */
    final String text;

    Curve(String text) {
        this.text = text;
    }

    /** The value at the bottom of the domain. */
    double lowest(double from) {
        return from;
    }

    /** Where in the domain the value lies: 0…1 inside, beyond it outside. */
    abstract double position(double value, double from, double to);

    /** The control's value at a position. */
    abstract double inRange(double position, double from, double to);
}
