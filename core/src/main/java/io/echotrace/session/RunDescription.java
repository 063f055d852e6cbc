package io.echotrace.session;

import io.echotrace.metric.Occurrence;
import io.echotrace.output.WavTags;
import io.echotrace.series.RunInfo;
import java.io.File;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a run says about itself, in the WAV's tags and in the CSV's first event. Immutable. */
final class RunDescription {
    private final String name;
    private final String host;
    private final Instant start;

    /** @param start wall-clock time, for people only */
    RunDescription(String name, String host, Instant start) {
        this.name = name;
        this.host = host;
        this.start = start;
    }

    WavTags tags() {
        return WavTags.none()
                .with(WavTags.Tag.NAME, name)
                .with(WavTags.Tag.DATE, start.toString())
                .with(WavTags.Tag.SOFTWARE, software())
                .with(WavTags.Tag.HOST, host)
                .with(WavTags.Tag.JVM, jvm());
    }

    /** The run event: everything that a later rendering must know. */
    Occurrence event(SoundOptions options, @Nullable Baseline baseline) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("echotrace", Version.text());
        entries.put("name", name);
        entries.put("start", start.toString());
        entries.put("host", host);
        entries.put("jvm", jvm());
        options.describe(entries);
        if (baseline != null) {
            baseline.describe(entries);
        }
        return new Occurrence(Occurrence.Kind.RUN, 0, Occurrence.ONGOING, new RunInfo(entries).text());
    }

    /** The run event of a file in which the recording goes on: its name, and at its start the instant of its first frame. */
    static Occurrence partEvent(File wav, long startNanos) {
        String text = new RunInfo(Collections.singletonMap("wav", wav.getName())).text();
        return new Occurrence(Occurrence.Kind.RUN, startNanos, Occurrence.ONGOING, text);
    }

    private static String software() {
        return "EchoTrace " + Version.text();
    }

    private static String jvm() {
        return System.getProperty("java.vm.name", "JVM") + ' ' + System.getProperty("java.runtime.version", "");
    }
}
