package io.echotrace.output;

/** Something that can be played on. Any thread; opening may block for ever in native code. */
interface SoundDevice {
    /**
     * Opens the device for 16-bit stereo.
     *
     * @param bufferMillis how much sound the line's queue should hold
     * @throws NoSoundException when there is no such device, or it does not play at this rate
     */
    SoundLine open(int sampleRateHz, int bufferMillis) throws NoSoundException;
}
