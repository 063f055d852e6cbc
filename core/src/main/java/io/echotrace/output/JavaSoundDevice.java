package io.echotrace.output;

import java.util.Locale;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;

/**
 * A sound device as Java Sound sees it. The only class that needs {@code javax.sound}: in a runtime without {@code
 * java.desktop} its use ends in a {@link NoClassDefFoundError}.
 */
final class JavaSoundDevice implements SoundDevice {
    private static final int CHANNELS = 2;

    private final @Nullable String name;

    /** @param name a part of the device's name, in any case; null: the system's default device */
    JavaSoundDevice(@Nullable String name) {
        this.name = name;
    }

    @Override
    public SoundLine open(int sampleRateHz, int bufferMillis) throws NoSoundException {
        AudioFormat format = new AudioFormat(sampleRateHz, Pcm16.BYTES_PER_SAMPLE * 8, CHANNELS, true, false);
        int capacityFrames = sampleRateHz * bufferMillis / 1000;
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(format, mixer());
            line.open(format, capacityFrames * format.getFrameSize());
            return new Line(line);
        } catch (IllegalArgumentException e) { // what Java Sound says when there is no device at all
            throw new NoSoundException("no sound device");
        } catch (LineUnavailableException | SecurityException e) {
            throw new NoSoundException("the sound device cannot be opened: " + e.getMessage());
        }
    }

    private Mixer.@Nullable Info mixer() throws NoSoundException {
        if (name == null) {
            return null;
        }
        String wanted = name.toLowerCase(Locale.ROOT);
        for (Mixer.Info info : AudioSystem.getMixerInfo()) {
            if (info.getName().toLowerCase(Locale.ROOT).contains(wanted)) {
                return info;
            }
        }
        throw new NoSoundException("no sound device named " + name);
    }

    private static final class Line implements SoundLine {
        private final SourceDataLine line;
        private final int bytesPerFrame;

        Line(SourceDataLine line) {
            this.line = line;
            this.bytesPerFrame = line.getFormat().getFrameSize();
        }

        @Override
        public int sampleRateHz() {
            return (int) line.getFormat().getSampleRate();
        }

        @Override
        public int capacityFrames() {
            return line.getBufferSize() / bytesPerFrame;
        }

        @Override
        public int writableFrames() {
            return line.available() / bytesPerFrame;
        }

        @Override
        public int write(byte[] bytes, int length) {
            return line.write(bytes, 0, length);
        }

        @Override
        public void start() {
            line.start();
        }

        @Override
        public long playedFrames() {
            return line.getLongFramePosition();
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
