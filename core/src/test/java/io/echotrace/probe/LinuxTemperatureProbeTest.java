package io.echotrace.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Metrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On copies of what /sys looks like on real machines. */
class LinuxTemperatureProbeTest {
    @TempDir
    Path sys;

    private final Readings readings = new Readings(new MetricSet(Metrics.all()));

    @Test
    void machineWithoutSensors_saysSo() {
        assertThat(celsius()).isNaN();
        assertThat(readings.reason(Metrics.TEMPERATURE)).isEqualTo("no CPU temperature sensor");
    }

    @Test
    void sensorsOfOtherDevices_areNone() throws IOException {
        write("hwmon/hwmon0/name", "nvme");
        write("hwmon/hwmon0/temp1_input", "61850");
        write("thermal/thermal_zone0/type", "iwlwifi_1");
        write("thermal/thermal_zone0/temp", "48000");
        celsius();
        assertThat(readings.reason(Metrics.TEMPERATURE)).isEqualTo("no CPU temperature sensor");
    }

    @Test
    void hottestPackage_counts_andItsCoresAreNotAsked() throws IOException {
        chip(2, "coretemp", 1, "51000");
        chip(2, "coretemp", 2, "99000");
        chip(3, "coretemp", 1, "54500");
        chip(4, "acpitz", 1, "70000");
        assertThat(celsius()).isEqualTo(54.5);
    }

    @Test
    void hottestCore_counts_whereThePackageHasNoSensor() throws IOException {
        chip(0, "coretemp", 2, "41000");
        chip(0, "coretemp", 3, "47000");
        assertThat(celsius()).isEqualTo(47);
    }

    @Test
    void thermalZones_stand_whereThereIsNoSuchChip() throws IOException {
        zone(0, "gpu-thermal", "80000");
        zone(1, "cpu0-thermal", "55000");
        zone(2, "cpu1-thermal", "56100");
        assertThat(celsius()).isEqualTo(56.1);
    }

    @Test
    void value_followsItsFile() throws IOException {
        zone(0, "x86_pkg_temp", "40000");
        try (LinuxTemperatureProbe probe = new LinuxTemperatureProbe(sys.toFile())) {
            probe.read(0, readings);
            zone(0, "x86_pkg_temp", "9000");
            probe.read(1, readings);
        }
        assertThat(readings.snapshot(0).value(Metrics.TEMPERATURE)).isEqualTo(9);
    }

    @Test
    void sensorThatFails_hidesNoOther() throws IOException {
        Files.createDirectories(sys.resolve("class/hwmon/hwmon0/temp1_input")); // cannot be read as a file
        write("hwmon/hwmon0/name", "k10temp");
        chip(1, "k10temp", 1, "63250");
        assertThat(celsius()).isEqualTo(63.25);
    }

    @Test
    void sensorThatTellsNothing_isAReason() throws IOException {
        zone(0, "x86_pkg_temp", "0");
        assertThat(celsius()).isNaN();
        assertThat(readings.reason(Metrics.TEMPERATURE)).isEqualTo("the CPU temperature sensor tells nothing");
    }

    private double celsius() {
        try (LinuxTemperatureProbe probe = new LinuxTemperatureProbe(sys.toFile())) {
            probe.read(0, readings);
        }
        return readings.snapshot(0).value(Metrics.TEMPERATURE);
    }

    private void chip(int number, String name, int sensor, String thousandths) throws IOException {
        write("hwmon/hwmon" + number + "/name", name);
        write("hwmon/hwmon" + number + "/temp" + sensor + "_input", thousandths);
    }

    private void zone(int number, String type, String thousandths) throws IOException {
        write("thermal/thermal_zone" + number + "/type", type);
        write("thermal/thermal_zone" + number + "/temp", thousandths);
    }

    private void write(String path, String text) throws IOException {
        Path file = sys.resolve("class").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text + "\n");
    }
}
