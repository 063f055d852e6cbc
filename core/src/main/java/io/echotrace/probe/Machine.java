package io.echotrace.probe;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.nativefree.SystemInfo;
import oshi.software.os.OperatingSystem;
import oshi.spi.SystemInfoProvider;

/**
 * OSHI, made at its first use because that costs 200 to 400 ms: on Linux from {@code /proc} and {@code /sys} without native
 * code, elsewhere with JNA, which Linux never loads. On Linux nothing but the disks may be asked of it in a host: for most
 * else it starts programs. Probe thread only.
 */
final class Machine {
    /** How often probes read it: some of what it reads makes kilobytes of garbage. */
    static final long PERIOD_NANOS = 2_000_000_000L;

    private @Nullable SystemInfoProvider provider; // null until first used

    static boolean isLinux() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
    }

    HardwareAbstractionLayer hardware() {
        return provider().getHardware();
    }

    OperatingSystem system() {
        return provider().getOperatingSystem();
    }

    private SystemInfoProvider provider() {
        SystemInfoProvider known = provider;
        if (known == null) {
            known = isLinux() ? new SystemInfo() : WithNativeCode.open();
            provider = known;
        }
        return known;
    }

    /** A class of its own, so that JNA is not looked for before it is needed. */
    private static final class WithNativeCode {
        static SystemInfoProvider open() {
            return new oshi.SystemInfo();
        }
    }
}
