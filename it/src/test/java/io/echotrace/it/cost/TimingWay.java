package io.echotrace.it.cost;

import io.echotrace.it.jvm.JvmLauncher;
import java.nio.file.Path;
import java.util.List;

/** A way of timing a call: the benchmark that does it, and the options of the JVM that it takes. */
enum TimingWay {
    UNTIMED("the method alone", "call"),
    FLOOR("two System.nanoTime()", "floor"),
    ECHOTRACE("EchoTrace, every call", "call"),
    ECHOTRACE_OUTERMOST("EchoTrace, outermost calls", "call"),
    HDR_HISTOGRAM("HdrHistogram Recorder by hand", "hdrHistogram"),
    MICROMETER("Micrometer Timer by hand", "micrometer"),
    OPENTELEMETRY("OpenTelemetry methods.include", "call");

    final String title;
    final String benchmark;

    TimingWay(String title, String benchmark) {
        this.title = title;
        this.benchmark = benchmark;
    }

    boolean isEchoTrace() {
        return this == ECHOTRACE || this == ECHOTRACE_OUTERMOST;
    }

    /** @param csv where EchoTrace writes what it measures */
    List<String> jvmOptions(Path csv) {
        return switch (this) {
            case UNTIMED, FLOOR, HDR_HISTOGRAM, MICROMETER -> List.of();
            case ECHOTRACE -> echoTrace(Subject.class.getName() + "#service", csv);
            case ECHOTRACE_OUTERMOST -> echoTrace("@http", csv);
            case OPENTELEMETRY -> openTelemetry();
        };
    }

    /** No method is too hot here. */
    private static List<String> echoTrace(String pattern, Path csv) {
        return List.of(
                JvmLauncher.agentOption("methods=" + pattern + ",methods.max-rate=1000000000,live=off,csv=" + csv));
    }

    /** Without exporters, and without what else it would instrument. */
    private static List<String> openTelemetry() {
        return List.of(
                "-javaagent:" + System.getProperty("opentelemetry.jar"),
                "-Dotel.traces.exporter=none",
                "-Dotel.metrics.exporter=none",
                "-Dotel.logs.exporter=none",
                "-Dotel.instrumentation.common.default-enabled=false",
                "-Dotel.instrumentation.methods.enabled=true",
                "-Dotel.instrumentation.methods.include=" + Subject.class.getName() + "[service]");
    }
}
