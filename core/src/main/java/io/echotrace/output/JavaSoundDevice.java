package io.echotrace.output;

import java.util.Locale;
import java.util.StringJoiner;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/**
 * A sound device as Java Sound sees it. Needs {@code javax.sound}: in a runtime without {@code java.desktop} its use ends
 * in a {@link NoClassDefFoundError}.
 */
final class JavaSoundDevice implements SoundDevice {
    private final @Nullable String name;

    /** @param name a part of the device's name, in any case; null: the system's default device */
    JavaSoundDevice(@Nullable String name) {
        this.name = name;
    }

    @Override
    public SoundLine open(int sampleRateHz, int channels, int bufferMillis) throws NoSoundException {
        AudioFormat format = JavaSoundMixers.pcm(sampleRateHz, channels);
        int capacityFrames = sampleRateHz * bufferMillis / 1000;
        Mixer.Info mixer = name == null ? null : mixer(name);
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(format, mixer);
            line.open(format, capacityFrames * format.getFrameSize());
            return new JavaSoundLine(line, mixer == null ? "the default device" : mixer.getName());
        } catch (IllegalArgumentException e) { // what Java Sound says when there is no device at all
            throw mixer == null ? NoSoundException.absent("no sound device") : refusal(e);
        } catch (LineUnavailableException | SecurityException e) {
            throw refusal(e);
        }
    }

    private static NoSoundException refusal(Exception cause) {
        return NoSoundException.refused("the sound device cannot be opened: " + cause.getMessage());
    }

    private static Mixer.Info mixer(String name) throws NoSoundException {
        String wanted = name.toLowerCase(Locale.ROOT);
        StringJoiner names = new StringJoiner(", ");
        names.setEmptyValue("none");
        for (Mixer.Info info : JavaSoundMixers.playing()) {
            if (info.getName().toLowerCase(Locale.ROOT).contains(wanted)) {
                return info;
            }
            names.add(info.getName());
        }
        throw NoSoundException.absent("no sound device named " + name + "; there are: " + names);
    }
}
