package io.echotrace.probe;

import io.echotrace.metric.Metric;

/** Reports a column of a window as a rate, or that there is only one reading yet. */
final class RateReport {
    private RateReport() {}

    static void report(Metric metric, CounterWindow window, int column, Readings into) {
        if (window.isReady()) {
            into.value(metric, window.perSecond(column));
        } else {
            into.unavailable(metric, Readings.FIRST_READING);
        }
    }
}
