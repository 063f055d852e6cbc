package io.echotrace.it.host;

import java.io.File;
import java.io.IOException;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Reads WAV files with the Java Sound of this JDK, to their ends, and prints how many frames each has. */
public final class WavFrames {
    private WavFrames() {}

    public static void main(String[] files) throws IOException, UnsupportedAudioFileException {
        byte[] buffer = new byte[64 * 1024];
        for (String file : files) {
            try (AudioInputStream in = AudioSystem.getAudioInputStream(new File(file))) {
                long bytes = 0;
                for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                    bytes += read;
                }
                System.out.println(bytes / in.getFormat().getFrameSize());
            }
        }
    }
}
