package io.echotrace.it.end;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.it.host.WavFrames;
import io.echotrace.it.jvm.JvmLauncher;
import io.echotrace.it.jvm.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;

/** WAV files as others read them: Java Sound, sox, Python's {@code wave} and ffprobe. */
final class OtherEyes {
    private static final String PYTHON = """
            import sys, wave
            for name in sys.argv[1:]:
                with wave.open(name) as w:
                    print(len(w.readframes(w.getnframes())) // w.getnchannels() // w.getsampwidth())
            """;

    private OtherEyes() {}

    /** Asserts that all find the same numbers of frames, and returns these; a tool that is missing is named. */
    static List<Long> frames(Path jdk, List<Path> wavs) throws IOException, InterruptedException {
        List<Long> frames = javaSound(jdk, wavs);
        assertSame("soxi", true, List.of("soxi", "-s"), wavs, frames);
        assertSame("python3", true, List.of("python3", "-c", PYTHON), wavs, frames);
        List<String> ffprobe =
                List.of("ffprobe", "-v", "error", "-show_entries", "stream=duration_ts", "-of", "csv=p=0");
        for (int i = 0; i < wavs.size(); i++) {
            if (frames.get(i) == 0) {
                continue; // it takes a size of 0 for one that was never written, and reads on
            }
            assertSame("ffprobe", false, ffprobe, List.of(wavs.get(i)), List.of(frames.get(i)));
        }
        return frames;
    }

    private static List<Long> javaSound(Path jdk, List<Path> wavs) throws IOException {
        String[] names = wavs.stream().map(Path::toString).toArray(String[]::new);
        Outcome outcome = new JvmLauncher(jdk, wavs.get(0).resolveSibling(".")).run(WavFrames.class, names);
        assertThat(outcome.exitCode()).as(outcome.stderr()).isZero();
        return numbers(outcome.stdout());
    }

    /** @param promised whether the tool is there on every build server; ffprobe is too large to install for this */
    private static void assertSame(
            String tool, boolean promised, List<String> command, List<Path> wavs, List<Long> frames)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        wavs.forEach(wav -> all.add(wav.toString()));
        Process process;
        try {
            process = new ProcessBuilder(all).redirectErrorStream(true).start();
        } catch (IOException e) {
            if (promised && "true".equals(System.getenv("CI"))) {
                Assertions.fail("no " + tool + " here");
            }
            System.out.println("no " + tool + " here: files are not read with it");
            return;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as("%s: %s", tool, output).isZero();
        assertThat(numbers(output))
                .as("frames as %s finds them in %s", tool, wavs)
                .isEqualTo(frames);
    }

    private static List<Long> numbers(String lines) {
        return lines.lines().map(line -> Long.parseLong(line.trim())).toList();
    }
}
