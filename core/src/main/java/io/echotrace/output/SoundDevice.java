package io.echotrace.output;

/** Something that can be played on. Any thread; opening may block for ever in native code. */
interface SoundDevice {
    /**
     * Opens the device for 16-bit PCM.
     *
     * @param channels 1 or 2
     * @param bufferMillis how much sound the line's queue should hold
     * @throws NoSoundException when there is no such device, or it does not play in this format
     */
    SoundLine open(int sampleRateHz, int channels, int bufferMillis) throws NoSoundException;
}
