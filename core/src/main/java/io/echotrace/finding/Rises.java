package io.echotrace.finding;

import org.jspecify.annotations.Nullable;

/** A value's rise, whether it begins or lasts: of both trends, the one that lasts counts, as it knows more. */
final class Rises {
    private final Trend quick;
    private final Trend slow;

    Rises(Trend quick, Trend slow) {
        this.quick = quick;
        this.slow = slow;
    }

    /** Takes the next value and returns the rise that holds now; null when there is none. */
    @Nullable SteadyRise follow(double value, long nowNanos) {
        SteadyRise begun = quick.follow(value, nowNanos);
        SteadyRise lasting = slow.follow(value, nowNanos);
        return lasting == null ? begun : lasting;
    }

    /** As if there had been no values so far. */
    void forget() {
        quick.forget();
        slow.forget();
    }
}
