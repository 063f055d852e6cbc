package io.echotrace.output;

/** In which formats a device is asked to play: the best first. */
final class LineFormats {
    static final int[] SAMPLE_RATES_HZ = {48_000, 44_100, 32_000};
    static final int[] CHANNELS = {2, 1};

    private LineFormats() {}

    /** Opens a device in the first format that it takes. */
    static SoundLine open(SoundDevice device, int bufferMillis) throws NoSoundException {
        NoSoundException refusal = NoSoundException.refused("no format that the sound device plays");
        for (int channels : CHANNELS) {
            for (int sampleRateHz : SAMPLE_RATES_HZ) {
                try {
                    return device.open(sampleRateHz, channels, bufferMillis);
                } catch (NoSoundException e) {
                    if (!e.isRefusal()) {
                        throw e;
                    }
                    refusal = e;
                }
            }
        }
        throw refusal;
    }
}
