package io.echotrace.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.echotrace.Attempts;
import io.echotrace.needs.NeedsPrograms;
import io.echotrace.synth.Block;
import io.echotrace.voice.FrameSource;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("lives in real time")
class WavOutputTest {
    private static final int RATE = 24_000;
    private static final long SECOND = 1_000_000_000L;
    private static final long PATIENCE = 10 * SECOND;

    @TempDir
    private Path folder;

    private final List<String> trouble = new CopyOnWriteArrayList<>();

    @Test
    void file_growsWhileTheSoundIsSealed_andEndsWithTheRun() throws Exception {
        FakeSource source = FakeSource.sine(RATE, 440, 0.5);
        WavOutput output = output(file("run.wav"), source);
        output.start();
        assertThat(output.description()).endsWith("run.wav");

        source.sealedUpTo(2 * RATE);
        await().until(() -> WavContent.of(file("run.wav")).frames() == 2 * RATE);
        output.stop(3 * SECOND + 1, PATIENCE);
        output.stop(9 * SECOND, PATIENCE);

        assertThat(WavContent.of(file("run.wav")).frames()).isEqualTo(3 * RATE);
        assertThat(trouble).isEmpty();
        await().until(() -> !isRunning("echotrace-wav"));
    }

    @Test
    void sound_isTheSame_asWrittenInOneGo() throws Exception {
        FakeSource source = FakeSource.sine(RATE, 440, 0.1).sealedUpTo(10_000);
        WavOutput output = output(file("live.wav"), source);
        output.start();
        await().until(() -> source.position() > 9_000);
        output.stop(SECOND, PATIENCE);
        try (WavWriter writer = new WavWriter(file("render.wav"), FakeSource.sine(RATE, 440, 0.1), 2, WavTags.none())) {
            writer.finish(SECOND);
        }

        assertThat(WavContent.of(file("live.wav")).pcm())
                .isEqualTo(WavContent.of(file("render.wav")).pcm());
    }

    @Test
    void stop_waitsNoLongerThanItIsTold_andTheFileIsWhole() throws Exception {
        CountDownLatch goOn = new CountDownLatch(1);
        FrameSource source = FakeSource.of(RATE, k -> k < 3 * RATE ? 0.5 : afterwards(goOn));
        WavOutput output = output(file("run.wav"), source);
        output.start();
        output.stop(5 * SECOND, SECOND / 100);

        await().untilAsserted(() ->
                assertThat(WavContent.of(file("run.wav")).frames()).isBetween(2L * RATE - Block.FRAMES, 3L * RATE));
        assertThat(isRunning("echotrace-wav")).isTrue();
        goOn.countDown();
        output.stop(5 * SECOND, PATIENCE);
        assertThat(WavContent.of(file("run.wav")).frames()).isEqualTo(5 * RATE);
    }

    @Test
    void fileThatCannotBeMade_isToldOnce_andEndsQuietly() throws Exception {
        Files.writeString(folder.resolve("file"), "not a folder");
        WavOutput output = output(file("file/run.wav"), FakeSource.sine(RATE, 440, 0.5));
        output.start();
        output.stop(SECOND, PATIENCE);

        assertThat(trouble).hasSize(1).first().asString().contains("run.wav").contains("cannot make the folder");
        assertThat(output.files()).isEmpty();
    }

    @Test
    void vanishedFolder_isToldOnce_andEndsTheRecording() throws Exception {
        File file = file("build/run.wav");
        WavOutput output = output(file, FakeSource.sine(RATE, 440, 0.5));
        output.start();
        assertThat(file.delete()).isTrue();
        await().until(() -> !isRunning("echotrace-wav"));
        output.stop(SECOND, PATIENCE);

        assertThat(trouble).hasSize(1).first().asString().contains("run.wav").contains("gone");
    }

    @Test
    void sourceThatThrows_isToldOnce_andLeavesAWholeFile() throws Exception {
        FakeSource source = FakeSource.of(RATE, k -> k < RATE ? 0.5 : fails()).sealedUpTo(2 * RATE);
        WavOutput output = output(file("run.wav"), source);
        output.start();
        await().until(() -> !isRunning("echotrace-wav"));

        assertThat(trouble).hasSize(1).first().asString().contains("no more");
        assertThat(WavContent.of(file("run.wav")).frames()).isBetween(RATE - 2048L, (long) RATE);
    }

    @Test
    void diskThatIsNearlyFull_endsTheRecordingForGood_withOneLine() throws Exception {
        AtomicLong free = new AtomicLong(50_000_000_000L);
        FakeSource source = FakeSource.sine(RATE, 440, 0.5).sealedUpTo(RATE);
        WavOutput output = output(file("run.wav"), source).watching(space(free));
        output.start();
        await().until(() -> source.position() > RATE - Block.FRAMES);
        assertThat(output.description()).endsWith("run.wav");
        free.set(900_000_000L);
        await().until(() -> !isRunning("echotrace-wav"));
        free.set(50_000_000_000L);
        output.stop(2 * SECOND, PATIENCE);

        assertThat(output.description()).contains("run.wav", "ended", "nearly full");
        assertThat(trouble).singleElement().asString().contains("0.90 GB");
        assertThat(WavContent.of(file("run.wav")).frames()).isBetween((long) RATE - Block.FRAMES, (long) RATE);
    }

    @Test
    void lookAtTheDisk_thatFailsForWantOfMemory_endsNothing() throws Exception {
        AtomicLong looks = new AtomicLong();
        FreeSpace space = new FreeSpace(
                file -> {
                    if (looks.incrementAndGet() == 2) {
                        throw new OutOfMemoryError("the host's");
                    }
                    return 50_000_000_000L;
                },
                file -> 60_000_000_000L,
                trouble::add);
        WavOutput output =
                output(file("run.wav"), FakeSource.sine(RATE, 440, 0.5)).watching(space);
        output.start();
        await().atMost(60, TimeUnit.SECONDS).until(() -> looks.get() == 3);
        output.stop(2 * SECOND, PATIENCE);

        assertThat(trouble).isEmpty();
        assertThat(WavContent.of(file("run.wav")).frames()).isEqualTo(2 * RATE);
    }

    @Test
    void diskThatIsNearlyFullAtTheStart_getsNoFile() {
        WavOutput output = output(file("new/run.wav"), FakeSource.sine(RATE, 440, 0.5))
                .watching(space(new AtomicLong(900_000_000L)));
        output.start();
        output.stop(SECOND, PATIENCE);

        assertThat(output.files()).isEmpty();
        assertThat(trouble).hasSize(1);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @NeedsPrograms(value = "bash", install = "bash, which limits the size of files")
    void fullDisk_isToldOnce_andLeavesWholeFrames() throws Exception {
        List<String> limited = List.of("/bin/bash", "-c", "ulimit -f 333; exec \"$@\"", "bash");
        try (ForkedJvm jvm = ForkedJvm.start(
                folder,
                Map.of(),
                limited,
                List.of("-XX:-UsePerfData"),
                List.of(EndlessRecording.class.getName(), file("run.wav").getPath()))) {
            await().atMost(30, TimeUnit.SECONDS).until(() -> !jvm.lines().isEmpty());
            assertThat(jvm.isAlive()).isTrue();
            assertThat(jvm.lines())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("not recording to")
                    .contains("run.wav");
        }
        assertThat(WavContent.of(file("run.wav")).frames()).isBetween(60_000L, 70_000L);
        assertThat(file("run.wav").length() % 4).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void killedRun_isWholeButForItsLastSecondAndAHalf(int seed) throws Exception {
        Attempts.make(() -> killAndRead(file("run-of-" + System.nanoTime() + ".wav"), seed));
    }

    private void killAndRead(File wav, int seed) throws Exception {
        long lived;
        try (ForkedJvm jvm = ForkedJvm.start(
                folder, Map.of(), List.of(), List.of(EndlessRecording.class.getName(), wav.getPath()))) {
            await().atMost(30, TimeUnit.SECONDS).until(() -> wav.length() > 100_000);
            long start = System.nanoTime();
            Thread.sleep(1000 + new Random(seed).nextInt(1500)); // a moment that has nothing to do with writing
            jvm.kill();
            lived = System.nanoTime() - start;
        }

        long frames = WavContent.of(wav).frames();
        assertThat(frames * 1e9 / RATE).isGreaterThan(lived - 1.5e9);
    }

    private WavOutput output(File file, FrameSource source) {
        return new WavOutput(file, source, 2, WavTags.none(), System::nanoTime, trouble::add);
    }

    private FreeSpace space(AtomicLong free) {
        return new FreeSpace(file -> free.get(), file -> 10_000_000_000L, trouble::add);
    }

    private File file(String name) {
        return folder.resolve(name).toFile();
    }

    private static boolean isRunning(String thread) {
        return Thread.getAllStackTraces().keySet().stream()
                .anyMatch(t -> t.getName().equals(thread));
    }

    private static double afterwards(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0.25;
    }

    private static double fails() {
        throw new IllegalStateException("no more");
    }
}
