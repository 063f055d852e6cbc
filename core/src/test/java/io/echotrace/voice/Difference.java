package io.echotrace.voice;

import io.echotrace.ear.Recording;

/** What a control adds to a sound: voices do not know of each other, so as long as the limiter rests that is one voice alone. */
final class Difference {
    private Difference() {}

    static Recording of(Recording with, Recording without) {
        float[][] channels = new float[with.channelCount()][with.frames()];
        for (int c = 0; c < channels.length; c++) {
            for (int i = 0; i < with.frames(); i++) {
                channels[c][i] = with.channel(c)[i] - without.channel(c)[i];
            }
        }
        return Recording.of(with.sampleRate(), channels);
    }
}
