package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.util.Collections;
import java.util.List;

/** The hottest CPU sensor, on systems other than Linux. A machine that shows none in the first readings is not asked again. */
final class TemperatureProbe implements Probe {
    static final String NO_SENSOR = "no CPU temperature sensor";

    private static final int ATTEMPTS = 2;

    private final Machine machine;
    private int missing;

    TemperatureProbe(Machine machine) {
        this.machine = machine;
    }

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.TEMPERATURE);
    }

    @Override
    public long periodNanos() {
        return Machine.PERIOD_NANOS;
    }

    @Override
    public void read(long nowNanos, Readings into) {
        // Without a sensor OSHI goes through every place where one could be.
        double celsius = missing < ATTEMPTS ? machine.hardware().getSensors().getCpuTemperature() : 0;
        if (celsius > 0) {
            missing = 0;
            into.value(Metrics.TEMPERATURE, celsius);
        } else {
            missing++;
            into.unavailable(Metrics.TEMPERATURE, NO_SENSOR);
        }
    }
}
