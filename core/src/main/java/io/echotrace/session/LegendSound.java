package io.echotrace.session;

import io.echotrace.mapping.Legend;
import io.echotrace.mapping.LegendPart;
import io.echotrace.output.Captions;
import io.echotrace.output.FreeFile;
import io.echotrace.output.WavTags;
import io.echotrace.output.WavWriter;
import io.echotrace.timeline.Timeline;
import io.echotrace.voice.MixDesk;
import io.echotrace.voice.Renderer;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What each sound means, played one after the other in about a minute and a half: each voice at its least, at its most and on the
 * way between, then each fault. With captions beside it.
 */
public final class LegendSound {
    private final SoundOptions options;

    /** @param options sample rate, channels, mix, and what shapes the sound table */
    public LegendSound(SoundOptions options) {
        this.options = options;
    }

    /**
     * Writes the WAV, and the captions beside it with the ending {@code .vtt}.
     *
     * @param wav made with its folders; if it exists, {@code -2} is added to the name
     * @return what is played when, in order
     * @throws IOException when a file cannot be written
     */
    public Performance write(File wav) throws IOException {
        Timeline timeline = new Timeline();
        Renderer renderer =
                new Renderer(timeline, options.wavRateHz(), new MixDesk(options.mix()), Renderer.START_FADE_SECONDS);
        WavTags tags = WavTags.none()
                .with(WavTags.Tag.NAME, "Legend")
                .with(WavTags.Tag.SOFTWARE, "EchoTrace " + Version.text());
        try (WavWriter writer = new WavWriter(wav, renderer, options.wavChannels(), tags)) {
            Legend legend = new Legend(options.table(), timeline);
            List<LegendPart> parts = legend.perform(writer::writeSealed);
            writer.finish(legend.endNanos());
            File written = writer.files().get(0);
            File captions = FreeFile.claim(Captions.beside(written));
            write(parts, captions);
            return new Performance(written, captions, parts);
        }
    }

    private static void write(List<LegendPart> parts, File file) throws IOException {
        Captions captions = new Captions();
        parts.forEach(part -> captions.add(part.startNanos(), part.endNanos(), part.caption()));
        captions.write(file);
    }

    /** What has been written. Immutable. */
    public static final class Performance {
        private final File wav;
        private final File captions;
        private final List<LegendPart> parts;

        Performance(File wav, File captions, List<LegendPart> parts) {
            this.wav = wav;
            this.captions = captions;
            this.parts = parts;
        }

        /** The sound. */
        public File wav() {
            return wav;
        }

        /** Its captions, as WebVTT. */
        public File captions() {
            return captions;
        }

        /** What is played when, in order: "12.6 s  CPU saturation: the ground at its top, strained and trembling". */
        public List<String> lines() {
            List<String> lines = new ArrayList<>();
            for (LegendPart part : parts) {
                lines.add(String.format(Locale.ROOT, "%5.1f s  %s", part.startNanos() / 1e9, part.caption()));
            }
            return lines;
        }
    }
}
