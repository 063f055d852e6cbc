package io.echotrace.ear;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordingTest {
    private static final byte[] FORMAT = little(16)
            .putShort((short) 1)
            .putShort((short) 2)
            .putInt(8000)
            .putInt(32_000)
            .putShort((short) 4)
            .putShort((short) 16)
            .array();
    private static final byte[] FOUR_FRAMES = little(16)
            .putShort((short) 16_384)
            .putShort((short) -32_768)
            .putShort((short) 1)
            .putShort((short) 2)
            .putShort((short) 3)
            .putShort((short) 4)
            .putShort((short) 5)
            .putShort((short) 6)
            .array();

    @TempDir
    private Path folder;

    @Test
    void of_readsFormatAndSamples_betweenOtherChunks() throws IOException {
        byte[] odd = {1, 2, 3};
        Recording recording = Recording.of(wav(
                chunk("JUNK", 3, odd),
                chunk("fmt ", 16, FORMAT),
                chunk("LIST", 3, odd),
                chunk("data", 16, FOUR_FRAMES),
                chunk("LIST", 3, odd)));

        assertThat(recording.sampleRate()).isEqualTo(8000);
        assertThat(recording.channelCount()).isEqualTo(2);
        assertThat(recording.duration()).isEqualTo(4 / 8000.0);
        assertThat(recording.channel(0)).startsWith(0.5f, 1 / 32768f);
        assertThat(recording.channel(1)).startsWith(-1f, 2 / 32768f);
    }

    @ParameterizedTest
    @CsvSource({"8,2", "16,4", "10,2", "400,4", "0,4", "-1,4"})
    void of_readsWhatTheSizeSays_butNotBeyondTheFile(int size, int frames) throws IOException {
        File wav = wav(chunk("fmt ", 16, FORMAT), chunk("data", size, FOUR_FRAMES));

        assertThat(Recording.of(wav).frames()).isEqualTo(frames);
    }

    @Test
    void of_readsOnlyAStretch() throws IOException {
        File wav = wav(chunk("fmt ", 16, FORMAT), chunk("data", 16, FOUR_FRAMES));

        Recording stretch = Recording.of(wav, 1 / 8000.0, 3 / 8000.0);

        assertThat(stretch.channel(0)).containsExactly(1 / 32768f, 3 / 32768f);
    }

    @Test
    void of_refusesOtherFiles() throws IOException {
        assertThatThrownBy(() -> Recording.of(wav(chunk("fmt ", 16, FORMAT))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ends before its data");
        Path text = Files.writeString(folder.resolve("text"), "this is not a sound");
        assertThatThrownBy(() -> Recording.of(text.toFile())).hasMessageContaining("no RIFF/WAVE");
    }

    @Test
    void mono_isTheMeanOfTheChannels_andSlicesAreCut() {
        Recording stereo = Recording.of(10, new float[] {1, 0, 1, 0}, new float[] {0, 0, 1, -1});

        assertThat(stereo.mono().channel(0)).containsExactly(0.5f, 0, 1, -0.5f);
        assertThat(stereo.slice(0.1, 0.3).channel(1)).containsExactly(0, 1);
        assertThat(stereo.slice(0.3, 9).frames()).isEqualTo(1);
        assertThat(stereo.only(1).channel(0)).containsExactly(0, 0, 1, -1);
    }

    private File wav(byte[]... chunks) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(chunk("RIFF", 77, "WAVE".getBytes(US_ASCII)));
        for (byte[] chunk : chunks) {
            all.write(chunk);
        }
        return Files.write(folder.resolve("test.wav"), all.toByteArray()).toFile();
    }

    private static byte[] chunk(String tag, int size, byte[] content) {
        return little(8 + content.length + content.length % 2)
                .put(tag.getBytes(US_ASCII))
                .putInt(size)
                .put(content)
                .array();
    }

    private static ByteBuffer little(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
