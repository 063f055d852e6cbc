package io.echotrace.session;

import io.echotrace.series.RunInfo;
import io.echotrace.voice.Mix;
import io.echotrace.voice.Stream;
import java.util.Map;

/** A mix in the text of a run's first event: only what is not as usual stands there. */
final class MixEntries {
    private static final String VOLUME = "volume";
    private static final String MUTE = "mute";
    private static final String ONLY = "only";
    private static final String REGISTER = "register";
    private static final String LOW = "low";

    private MixEntries() {}

    /** What the run does not say is as in the other mix. */
    static Mix read(RunInfo run, Mix otherwise) {
        String volume = run.get(VOLUME, String.valueOf(otherwise.volume()));
        String muted = run.get(MUTE, String.valueOf(otherwise.isMuted()));
        String only = run.get(ONLY, Stream.text(otherwise.heard()));
        String register = run.get(REGISTER, otherwise.isLow() ? LOW : "");
        return Mix.ALL
                .withVolume(Double.parseDouble(volume))
                .withMute(Boolean.parseBoolean(muted))
                .withOnly(Stream.parse(only))
                .withLowRegister(register.equals(LOW));
    }

    static void write(Mix mix, Map<String, String> to) {
        if (mix.volume() != Mix.ALL.volume()) {
            to.put(VOLUME, String.valueOf(mix.volume()));
        }
        if (mix.isMuted()) {
            to.put(MUTE, String.valueOf(true));
        }
        if (!mix.heard().equals(Mix.ALL.heard())) {
            to.put(ONLY, Stream.text(mix.heard()));
        }
        if (mix.isLow()) {
            to.put(REGISTER, LOW);
        }
    }
}
