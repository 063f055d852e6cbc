package io.echotrace.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.sun.management.ThreadMXBean;
import io.echotrace.output.WavTags.Tag;
import io.echotrace.synth.Block;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavWriterTest {
    private static final int RATE = 24_000;
    private static final long SECOND = 1_000_000_000L;
    private static final long NO_LIMIT = Long.MAX_VALUE;

    @TempDir
    private Path folder;

    private final Map<String, Long> begun = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "0, 24000, 0",
        "1000000000, 24000, 24000",
        "1234567890, 24000, 29630",
        "20833, 24000, 0",
        "20834, 24000, 1",
        "999999999, 16000, 16000",
        "2500000000, 48000, 120000",
    })
    void recording_hasExactlyTheFramesOfItsLength(long endNanos, int rate, long frames) throws Exception {
        File file = write(FakeSource.sine(rate, 440, 0.5), endNanos, 2);

        assertThat(WavContent.of(file).frames()).isEqualTo(frames);
    }

    @Test
    void frameOfTheFile_isThatFrameOfTheSource() throws Exception {
        short[] samples = WavContent.of(write(ramp(), SECOND / 10, 2)).samples();

        for (int frame = 0; frame < samples.length / 2; frame++) {
            assertThat(samples[2 * frame] - frame).as("left at %d", frame).isBetween(-1, 1);
            assertThat(samples[2 * frame + 1] + frame).as("right at %d", frame).isBetween(-1, 1);
        }
    }

    @Test
    void bytes_doNotDependOnThePortionsOfWriting() throws Exception {
        File whole = write(FakeSource.sine(RATE, 440, 0.1), 3 * SECOND, 2);
        FakeSource source = FakeSource.sine(RATE, 440, 0.1);
        File pieces = file("pieces.wav");
        try (WavWriter writer = new WavWriter(pieces, source, 2, WavTags.none())) {
            for (long sealed = 0; sealed < 2 * RATE; sealed += 777) {
                source.sealedUpTo(sealed);
                writer.writeSealed();
            }
            writer.finish(3 * SECOND);
        }

        assertThat(WavContent.of(pieces).pcm()).isEqualTo(WavContent.of(whole).pcm());
    }

    @Test
    void nothingIsWritten_beyondTheSealedFrame() throws Exception {
        FakeSource source = ramp().sealedUpTo(1000);
        try (WavWriter writer = new WavWriter(file("run.wav"), source, 2, WavTags.none())) {
            writer.writeSealed();

            assertThat(WavContent.of(file("run.wav")).frames()).isBetween(1000L - Block.FRAMES, 1000L);
            assertThat(source.position()).isLessThanOrEqualTo(1000);
        }
    }

    @Test
    void hoursThatTheMachineWasAsleep_areRenderedThrough_inLittleMemory() throws Exception {
        FakeSource source = FakeSource.of(16_000, k -> 0.25).sealedUpTo(3_600L * 16_000);
        File file = file("slept.wav");
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(self);
        try (WavWriter writer = new WavWriter(file, source, 1, WavTags.none())) {
            writer.writeSealed();
            writer.finish(3_600 * SECOND);
        }
        assertThat(threads.getThreadAllocatedBytes(self) - before).isLessThan(1 << 20);
        assertThat(file.length()).isBetween(3_600 * 32_000L, 3_600 * 32_000L + 100_000);
    }

    @Test
    void recording_isCut_whenItEndedBeforeTheSealedFrame() throws Exception {
        FakeSource source = ramp().sealedUpTo(2 * RATE);
        try (WavWriter writer = new WavWriter(file("run.wav"), source, 2, WavTags.none())) {
            writer.writeSealed();
            writer.finish(SECOND);
        }

        assertThat(WavContent.of(file("run.wav")).frames()).isEqualTo(RATE);
    }

    @Test
    void hole_isTrueSilence_andQuietSoundIsDithered() throws Exception {
        FakeSource source = FakeSource.of(RATE, k -> k < RATE / 2 ? 1e-6 : 0);
        short[] samples = WavContent.of(write(source, SECOND, 1)).samples();

        for (int frame = 0; frame < samples.length; frame++) {
            assertThat(samples[frame]).isBetween((short) -1, (short) (frame < RATE / 2 ? 1 : 0));
        }
        assertThat(count(samples, 0, RATE / 2)).as("share of dithered frames").isBetween(RATE / 12, RATE / 6);
        assertThat(count(samples, RATE / 2, RATE)).isZero();
    }

    @Test
    void mono_isTheMeanOfBothSides() throws Exception {
        FakeSource source = new FakeSource(RATE, k -> 0.5, k -> -0.25);
        WavContent content = WavContent.of(write(source, SECOND / 10, 1));

        assertThat(content.format().getChannels()).isEqualTo(1);
        for (short sample : content.samples()) {
            assertThat(sample).isBetween((short) 4094, (short) 4097);
        }
    }

    @Test
    void soundBeyondFullScale_isClippedAndNotWrapped() throws Exception {
        short[] samples = WavContent.of(write(FakeSource.of(RATE, k -> k % 2 == 0 ? 1.5 : -1.5), SECOND / 10, 1))
                .samples();

        assertThat(samples[0]).isEqualTo((short) 32767);
        assertThat(samples[1]).isEqualTo((short) -32767);
    }

    @Test
    void existingFiles_areNeverOverwritten() throws Exception {
        Files.writeString(folder.resolve("run.wav"), "mine");
        Files.writeString(folder.resolve("run-2.wav"), "mine too");
        try (WavWriter writer = new WavWriter(file("run.wav"), ramp(), 2, WavTags.none())) {
            assertThat(writer.files()).containsExactly(file("run-3.wav"));
        }
        assertThat(folder.resolve("run.wav")).hasContent("mine");
        assertThat(folder.resolve("run-2.wav")).hasContent("mine too");
    }

    @Test
    void missingFolders_areMade() throws Exception {
        File file = write(ramp(), SECOND, 2, "target/echo/run.wav", NO_LIMIT);

        assertThat(WavContent.of(file).frames()).isEqualTo(RATE);
    }

    @Test
    void unusableFolder_isAnErrorThatNamesIt() throws Exception {
        Files.writeString(folder.resolve("file"), "not a folder");

        assertThatThrownBy(() -> write(ramp(), SECOND, 2, "file/run.wav", NO_LIMIT))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("file");
    }

    @Test
    void fullFile_isContinuedSeamlesslyInTheNext() throws Exception {
        Files.writeString(folder.resolve("long-2.wav"), "taken");
        byte[] whole =
                WavContent.of(write(FakeSource.sine(RATE, 440, 0.3), SECOND, 2)).pcm();
        write(FakeSource.sine(RATE, 440, 0.3), SECOND, 2, "long.wav", 10_001 * 4 + 3);

        byte[] first = WavContent.of(file("long.wav")).pcm();
        byte[] second = WavContent.of(file("long-3.wav")).pcm();
        byte[] third = WavContent.of(file("long-4.wav")).pcm();
        assertThat(first).hasSize(10_001 * 4);
        assertThat(second).hasSize(10_001 * 4);
        assertThat(ByteBuffer.allocate(whole.length)
                        .put(first)
                        .put(second)
                        .put(third)
                        .array())
                .isEqualTo(whole);
    }

    @Test
    void longRecording_keepsItsNewestHalfAndNeverMoreThanTheMost() throws Exception {
        long most = WavOutput.LEAST_MOST_BYTES;
        FakeSource source = FakeSource.sine(RATE, 440, 0.3);
        try (WavWriter writer =
                new WavWriter(file("long.wav"), source, 2, WavTags.none(), WavRoll.within(most), this::begins)) {
            for (int second = 1; second <= 17; second++) {
                writer.writeSealed();
                source.sealedUpTo((long) second * RATE);
                assertThat(bytesIn(folder)).isLessThanOrEqualTo(most);
            }
            writer.finish(17 * SECOND);
            assertThat(writer.files()).containsExactly(file("long-3.wav"), file("long-4.wav"));
        }
        assertThat(bytesIn(folder)).isBetween(most / 2, most);
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("long-3.wav", "long-4.wav");
        byte[] whole = WavContent.of(write(FakeSource.sine(RATE, 440, 0.3), 17 * SECOND, 2))
                .pcm();
        int start = (int) (4 * begun.getOrDefault("long-3.wav", 0L));
        assertThat(ByteBuffer.allocate(whole.length - start)
                        .put(WavContent.of(file("long-3.wav")).pcm())
                        .put(WavContent.of(file("long-4.wav")).pcm())
                        .array())
                .isEqualTo(Arrays.copyOfRange(whole, start, whole.length));
    }

    @Test
    void laterFile_saysWhereInTheRunItBegins_andWhen() throws Exception {
        WavTags tags = WavTags.none().with(Tag.NAME, "Shop").with(Tag.DATE, "2026-11-22T21:33:00Z");
        try (WavWriter writer =
                new WavWriter(file("run.wav"), ramp(), 2, tags, new WavRoll(4 * 2 * RATE, 2), this::begins)) {
            writer.finish(3 * SECOND);
        }
        WavContent second = WavContent.of(file("run-2.wav"));
        assertThat(begun).containsExactly(entry("run-2.wav", 2L * RATE));
        assertThat(second.tag("INAM")).isEqualTo("Shop");
        assertThat(second.tag("ICRD")).isEqualTo("2026-11-22T21:33:02Z");
        assertThat(second.tag("IPRT")).isEqualTo("2, from 2.000 s of the run");
        assertThat(WavContent.of(file("run.wav")).tag("IPRT")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1000000, 2", "1000000000, 2", "8000000000, 2", "9000000000, 3", "100000000000, 25"})
    void filesOfARecording_areFewAndEqual_andNoneIsLargerThan4Gb(long most, long files) {
        WavRoll roll = WavRoll.within(most);
        assertThat(roll.filesKept()).isEqualTo(files);
        assertThat(roll.dataBytesPerFile()).isBetween(most / files - 100_000, Math.min(most / files, 4_000_000_000L));
    }

    @Test
    void tags_tellWhereTheRecordingIsFrom() throws Exception {
        WavTags tags = WavTags.none()
                .with(Tag.NAME, "Bücher")
                .with(Tag.DATE, "2026-11-22T21:33:00Z")
                .with(Tag.HOST, "build-7")
                .with(Tag.JVM, "x".repeat(1023) + "é");
        try (WavWriter writer = new WavWriter(file("run.wav"), ramp(), 2, tags)) {
            writer.finish(SECOND);
        }
        WavContent content = WavContent.of(file("run.wav"));

        assertThat(content.tag("INAM")).isEqualTo("Bücher");
        assertThat(content.tag("ICRD")).isEqualTo("2026-11-22T21:33:00Z");
        assertThat(content.tag("ISRC")).isEqualTo("build-7");
        assertThat(content.tag("ICMT")).isEqualTo("x".repeat(1023));
    }

    @Test
    void placeForLabels_isReservedBeforeTheSound() throws Exception {
        File file = write(ramp(), SECOND, 2);
        WavContent content = WavContent.of(file);
        try (WavFile wav = WavFile.create(file("other.wav"), new WavHead(RATE, 2, WavTags.none()))) {
            byte[] head = Files.readAllBytes(folder.resolve("other.wav"));
            int at = (int) wav.reservedOffset();
            assertThat(new String(head, at, 4, StandardCharsets.US_ASCII)).isEqualTo("JUNK");
            assertThat(head).hasSize(at + 8 + WavHead.RESERVED_BYTES + 8);
        }

        assertThat(content.chunks()).containsOnlyKeys("fmt ", "JUNK", "data");
        assertThat(content.chunks().get("JUNK")).hasSize(64 * 1024);
    }

    private File write(FakeSource source, long endNanos, int channels) throws IOException {
        return write(source, endNanos, channels, "whole.wav", NO_LIMIT);
    }

    private File write(FakeSource source, long endNanos, int channels, String name, long limit) throws IOException {
        try (WavWriter writer = new WavWriter(
                file(name), source, channels, WavTags.none(), new WavRoll(limit, NO_LIMIT), (next, first) -> {})) {
            writer.finish(endNanos);
            return writer.files().get(0);
        }
    }

    private void begins(File file, long firstFrame) {
        begun.put(file.getName(), firstFrame);
    }

    private static long bytesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private File file(String name) {
        return folder.resolve(name).toFile();
    }

    /** Left counts frames upwards in steps of one LSB, right downwards. */
    private static FakeSource ramp() {
        return new FakeSource(RATE, k -> k / 32767.0, k -> -k / 32767.0);
    }

    private static int count(short[] samples, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += samples[i] == 0 ? 0 : 1;
        }
        return count;
    }
}
