package io.echotrace.voice;

import java.util.Set;

/** How loud the whole is, which streams of it are heard, and in which register the chord is. Immutable. */
public final class Mix {
    /** Everything, at full volume. */
    public static final Mix ALL = new Mix(100, false, Stream.all(), false);

    private static final double LOUDEST = 100;

    private final double volume;
    private final boolean muted;
    private final Set<Stream> heard;
    private final boolean low;

    private Mix(double volume, boolean muted, Set<Stream> heard, boolean low) {
        this.volume = volume;
        this.muted = muted;
        this.heard = heard;
        this.low = low;
    }

    /**
     * At another volume.
     *
     * @param percent 0…100: 0 is silence, half is 12 dB less
     * @throws IllegalArgumentException if it is out of that range or NaN
     */
    public Mix withVolume(double percent) {
        if (!(percent >= 0 && percent <= LOUDEST)) {
            throw new IllegalArgumentException("a volume of " + percent + " is not of 0…100");
        }
        return new Mix(percent, muted, heard, low);
    }

    /** Silent, or back at the volume that it had. */
    public Mix withMute(boolean mute) {
        return new Mix(volume, mute, heard, low);
    }

    /** With these streams alone. */
    public Mix withOnly(Set<Stream> streams) {
        return new Mix(volume, muted, streams, low);
    }

    /** With the chord, and it alone, an octave lower; decided when a renderer is made. */
    public Mix withLowRegister(boolean lower) {
        return new Mix(volume, muted, heard, lower);
    }

    /** 0…100. */
    public double volume() {
        return volume;
    }

    /** Whether it is silent, whatever its volume. */
    public boolean isMuted() {
        return muted;
    }

    /** What is heard. */
    public Set<Stream> heard() {
        return heard;
    }

    /** Whether the chord is an octave lower. */
    public boolean isLow() {
        return low;
    }

    /** The gain of everything: the square of the volume, so that half of it sounds about half as loud. */
    double gain() {
        double share = volume / LOUDEST;
        return muted ? 0 : share * share;
    }

    double gain(Stream stream) {
        return heard.contains(stream) ? 1 : 0;
    }
}
