package io.echotrace.session;

import io.echotrace.series.RunInfo;
import io.echotrace.voice.Mix;
import io.echotrace.voice.Stream;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A mix in the text of a run's first event: only what is not as usual stands there. */
final class MixEntries {
    private static final String VOLUME = "volume";
    private static final String MUTE = "mute";
    private static final String ONLY = "only";
    private static final String REGISTER = "register";
    private static final String LOW = "low";

    private final RunInfo run;
    private final Consumer<String> trouble;
    private Mix mix;

    private MixEntries(RunInfo run, Mix otherwise, Consumer<String> trouble) {
        this.run = run;
        this.trouble = trouble;
        this.mix = otherwise;
    }

    /**
     * What the run does not say, or says so that it cannot be understood, is as in the other mix.
     *
     * @param trouble is told of what cannot be understood
     */
    static Mix read(RunInfo run, Mix otherwise, Consumer<String> trouble) {
        MixEntries entries = new MixEntries(run, otherwise, trouble);
        entries.apply(VOLUME, text -> entries.mix.withVolume(Double.parseDouble(text)));
        entries.apply(MUTE, text -> entries.mix.withMute(Boolean.parseBoolean(text)));
        entries.apply(ONLY, text -> entries.mix.withOnly(Stream.parse(text)));
        entries.apply(REGISTER, text -> entries.mix.withLowRegister(text.equals(LOW)));
        return entries.mix;
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

    private void apply(String key, Function<String, Mix> change) {
        String text = run.get(key, "");
        if (text.isEmpty()) {
            return;
        }
        try {
            mix = change.apply(text);
        } catch (IllegalArgumentException e) {
            trouble.accept("the run says " + key + "=" + text + ", which is left out: " + e.getMessage());
        }
    }
}
