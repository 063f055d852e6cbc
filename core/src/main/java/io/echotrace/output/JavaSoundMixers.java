package io.echotrace.output;

import java.util.ArrayList;
import java.util.List;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

/** The devices of Java Sound that can play, in its order: without a name it takes the first. May block for ever. */
final class JavaSoundMixers {
    private JavaSoundMixers() {}

    static List<Mixer.Info> playing() {
        List<Mixer.Info> playing = new ArrayList<>();
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            if (AudioSystem.getMixer(info).isLineSupported(anyLine())) {
                playing.add(info);
            }
        }
        return playing;
    }

    /** In which formats that a speaker may ask for a device says that it plays: "48000 Hz stereo". */
    static List<String> formats(Mixer.Info info) {
        Mixer device = AudioSystem.getMixer(info);
        List<String> formats = new ArrayList<>();
        for (int channels : LineFormats.CHANNELS) {
            for (int rate : LineFormats.SAMPLE_RATES_HZ) {
                if (device.isLineSupported(new DataLine.Info(SourceDataLine.class, pcm(rate, channels)))) {
                    formats.add(rate + " Hz " + (channels == 1 ? "mono" : "stereo"));
                }
            }
        }
        return formats;
    }

    /** 16-bit little-endian PCM. */
    static AudioFormat pcm(int sampleRateHz, int channels) {
        return new AudioFormat(sampleRateHz, Pcm16.BYTES_PER_SAMPLE * 8, channels, true, false);
    }

    private static Line.Info anyLine() {
        return new Line.Info(SourceDataLine.class);
    }
}
