package io.echotrace.agent.file;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The identity of this JVM's run. Immutable. */
public final class ThisRun implements RunIdentity {
    private final String name;
    private final Instant started;

    /** @param name the main class or jar, short */
    public ThisRun(String name, Instant started) {
        this.name = name;
        this.started = started;
    }

    /** Without the management bean where possible: that one looks up the machine's address, which can take seconds. */
    @Override
    public String processId() {
        try {
            Class<?> handle = Class.forName("java.lang.ProcessHandle");
            Object current = handle.getMethod("current").invoke(null);
            return String.valueOf(handle.getMethod("pid").invoke(current));
        } catch (ReflectiveOperationException java8) {
            return processIdOnJava8();
        }
    }

    /** Only here is the time zone looked up: that costs a new JVM some 50 ms. */
    @Override
    public String startTime() {
        return DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
                .withZone(ZoneId.systemDefault())
                .format(started);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String host() {
        for (String variable : new String[] {"HOSTNAME", "COMPUTERNAME"}) {
            if (!variable(variable).isEmpty()) {
                return variable(variable);
            }
        }
        try {
            return firstLine(new File("/proc/sys/kernel/hostname"));
        } catch (IOException notLinux) {
            return hostByAddress();
        }
    }

    @Override
    public String variable(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }

    private static String processIdOnJava8() {
        try {
            return new File("/proc/self").getCanonicalFile().getName();
        } catch (IOException notLinux) {
            String processAtHost = ManagementFactory.getRuntimeMXBean().getName();
            return processAtHost.substring(0, Math.max(0, processAtHost.indexOf('@')));
        }
    }

    private static String hostByAddress() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException unknown) {
            return "localhost";
        }
    }

    private static String firstLine(File file) throws IOException {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            return line == null ? "localhost" : line.trim();
        }
    }
}
