package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.io.File;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The hottest CPU sensor, every two seconds, from {@code /sys}. Sensors are looked for once, at the first reading. One
 * that fails is passed over: a driver may refuse while its device sleeps.
 */
final class LinuxTemperatureProbe implements Probe {
    private final File sys;
    private final AsciiCursor cursor = new AsciiCursor();
    private @Nullable List<ProcFile> sensors; // null until the first reading

    /** @param sys the folder {@code /sys} */
    LinuxTemperatureProbe(File sys) {
        this.sys = sys;
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
        List<ProcFile> known = sensors;
        if (known == null) {
            known = LinuxCpuSensors.find(sys).stream().map(ProcFile::new).collect(Collectors.toList());
            sensors = known;
        }
        long hottest = 0;
        for (int i = 0; i < known.size(); i++) {
            hottest = Math.max(hottest, thousandths(known.get(i)));
        }
        if (hottest > 0) {
            into.value(Metrics.TEMPERATURE, hottest / 1e3);
        } else {
            into.unavailable(
                    Metrics.TEMPERATURE,
                    known.isEmpty() ? TemperatureProbe.NO_SENSOR : "the CPU temperature sensor tells nothing");
        }
    }

    @Override
    public void close() {
        if (sensors != null) {
            sensors.forEach(ProcFile::close);
        }
        sensors = null;
    }

    private long thousandths(ProcFile sensor) {
        try {
            int length = sensor.read();
            cursor.start(sensor.bytes(), length);
            return cursor.number();
        } catch (UnavailableException | UncheckedIOException e) {
            return 0;
        }
    }
}
