package io.echotrace.agent.host;

import io.echotrace.agent.file.FileName;
import io.echotrace.agent.file.RunIdentity;
import io.echotrace.agent.option.Options;
import io.echotrace.agent.option.Settings;
import java.io.File;
import java.util.StringJoiner;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Where the sound and the measurements of a run go. Immutable. */
final class OutputPlan {
    /** The name of the device that the system prefers. */
    static final String ANY_DEVICE = "";

    private static final String FALLBACK = "echotrace-%n-%p.wav";

    private final @Nullable File wav;
    private final @Nullable File csv;
    private final @Nullable String device;
    private final boolean fallback;

    private OutputPlan(@Nullable File wav, @Nullable File csv, @Nullable String device, boolean fallback) {
        this.wav = wav;
        this.csv = csv;
        this.device = device;
        this.fallback = fallback;
    }

    /** @param hasDevice whether there is a sound device of the name; asked only if the answer matters, since it is slow */
    static OutputPlan of(Settings settings, RunIdentity run, Predicate<String> hasDevice) {
        File wav = file(settings.find(Options.WAV), run);
        File csv = file(settings.find(Options.CSV), run);
        String device = device(settings.get(Options.LIVE), wav != null, hasDevice);
        boolean fallback = wav == null && csv == null && device == null;
        if (fallback) {
            wav = new FileName(FALLBACK).resolve(run);
        }
        return new OutputPlan(wav, csv == null && wav != null ? beside(wav) : csv, device, fallback);
    }

    /** The WAV to record to; null when none is wanted. */
    @Nullable File wav() {
        return wav;
    }

    /** The CSV for the measurements; null when none is wanted. */
    @Nullable File csv() {
        return csv;
    }

    /** The name of the sound device to play through; null when none is to be. */
    @Nullable String device() {
        return device;
    }

    /** What happens, in words for the user. */
    String describe() {
        StringJoiner deeds = new StringJoiner(" and ", fallback ? "no output asked for and no sound device: " : "", "");
        if (device != null) {
            deeds.add(device.equals(ANY_DEVICE) ? "playing" : "playing through " + device);
        }
        if (wav != null) {
            deeds.add("recording to " + wav);
        } else if (csv != null) {
            deeds.add("measuring to " + csv);
        }
        return deeds.toString();
    }

    private static @Nullable String device(String live, boolean recording, Predicate<String> hasDevice) {
        String name;
        switch (live) {
            case "off":
                return null;
            case "auto":
                if (recording) {
                    return null;
                }
                name = ANY_DEVICE;
                break;
            case "on":
                name = ANY_DEVICE;
                break;
            default:
                name = live;
        }
        return hasDevice.test(name) ? name : null;
    }

    private static @Nullable File file(@Nullable String template, RunIdentity run) {
        return template == null ? null : new FileName(template).resolve(run);
    }

    /** The CSV of a WAV: the same name with the other ending. */
    static File beside(File wav) {
        String name = wav.getName();
        int dot = name.lastIndexOf('.');
        return new File(wav.getParentFile(), (dot > 0 ? name.substring(0, dot) : name) + ".csv");
    }
}
