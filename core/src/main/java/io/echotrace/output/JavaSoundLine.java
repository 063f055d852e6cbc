package io.echotrace.output;

import javax.sound.sampled.SourceDataLine;

/** An open line of Java Sound. */
final class JavaSoundLine implements SoundLine {
    private final SourceDataLine line;
    private final String deviceName;
    private final int bytesPerFrame;

    JavaSoundLine(SourceDataLine line, String deviceName) {
        this.line = line;
        this.deviceName = deviceName;
        this.bytesPerFrame = line.getFormat().getFrameSize();
    }

    @Override
    public String deviceName() {
        return deviceName;
    }

    @Override
    public int sampleRateHz() {
        return (int) line.getFormat().getSampleRate();
    }

    @Override
    public int channels() {
        return line.getFormat().getChannels();
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
