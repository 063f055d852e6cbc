package io.echotrace.ear;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;

/**
 * What the ear listens to: samples of full scale -1…+1, per channel. Instants and lengths are in seconds from its first
 * frame. The arrays are never copied; whoever makes or reads a recording leaves them alone.
 */
public final class Recording {
    private final int sampleRate;
    private final float[][] channels;

    private Recording(int sampleRate, float[][] channels) {
        this.sampleRate = sampleRate;
        this.channels = channels;
    }

    /** A recording of the given channels, all of one length. */
    public static Recording of(int sampleRate, float[]... channels) {
        if (sampleRate <= 0 || channels.length == 0) {
            throw new IllegalArgumentException(channels.length + " channels at " + sampleRate + " Hz");
        }
        for (float[] channel : channels) {
            if (channel.length != channels[0].length) {
                throw new IllegalArgumentException("channels of different lengths");
            }
        }
        return new Recording(sampleRate, channels.clone());
    }

    /**
     * Reads a 16-bit PCM WAV file.
     *
     * @throws IOException when it is none, or has no format or data
     * @see WavReader what is made of files that were never closed
     */
    public static Recording of(File wav) throws IOException {
        return of(wav, 0, Double.MAX_VALUE);
    }

    /** Reads only a stretch of a 16-bit PCM WAV file, which may be hours long; its first frame is instant 0. */
    public static Recording of(File wav, double fromSeconds, double toSeconds) throws IOException {
        try (WavReader reader = new WavReader(wav)) {
            return reader.read(fromSeconds, toSeconds);
        }
    }

    public int sampleRate() {
        return sampleRate;
    }

    public int channelCount() {
        return channels.length;
    }

    public int frames() {
        return channels[0].length;
    }

    /** Seconds. */
    public double duration() {
        return frames() / (double) sampleRate;
    }

    /** The samples of one channel: 0 is left. */
    public float[] channel(int index) {
        return channels[index];
    }

    /** One channel as a recording of its own: 0 is left. */
    public Recording only(int channel) {
        return of(sampleRate, channels[channel]);
    }

    /** The mean of all channels as a recording of one. */
    public Recording mono() {
        if (channels.length == 1) {
            return this;
        }
        float[] mean = new float[frames()];
        for (int i = 0; i < mean.length; i++) {
            float sum = 0;
            for (float[] channel : channels) {
                sum += channel[i];
            }
            mean[i] = sum / channels.length;
        }
        return of(sampleRate, mean);
    }

    /** A stretch of this recording; its first frame is instant 0. Bounds beyond the ends are cut to them. */
    public Recording slice(double fromSeconds, double toSeconds) {
        int from = frameAt(fromSeconds);
        int to = Math.max(from, frameAt(toSeconds));
        float[][] slices = new float[channels.length][];
        for (int c = 0; c < slices.length; c++) {
            slices[c] = Arrays.copyOfRange(channels[c], from, to);
        }
        return of(sampleRate, slices);
    }

    /** The mean of all channels, in double precision for arithmetic. */
    double[] samples() {
        float[] mono = mono().channel(0);
        double[] samples = new double[mono.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = mono[i];
        }
        return samples;
    }

    private int frameAt(double seconds) {
        return (int) Math.max(0, Math.min(frames(), Math.round(seconds * sampleRate)));
    }

    @Override
    public String toString() {
        return duration() + " s, " + channels.length + " channels, " + sampleRate + " Hz";
    }
}
