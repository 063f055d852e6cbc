package io.echotrace.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Captions are whole at every moment of a recording, and stand in the order of their starts. */
class CaptionFileTest {
    private static final long SECOND = 1_000_000_000L;

    @TempDir
    Path folder;

    private CaptionFile captions;

    @BeforeEach
    void begin() {
        captions = new CaptionFile(folder.resolve("run.wav").toFile(), 0);
    }

    @Test
    void nothingToWrite_makesNoFile() throws IOException {
        captions.write();
        captions.close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatGoesOn_endsWhereItWasWrittenLast() throws IOException {
        Caption storm = caption(3, 4, "GC storm");
        captions.write();
        assertThat(written()).isEqualTo("WEBVTT\n\n00:00:03.000 --> 00:00:04.000\nGC storm\n");
        storm.until(3_725_678_000_000L);
        captions.write();
        assertThat(written()).isEqualTo("WEBVTT\n\n00:00:03.000 --> 01:02:05.678\nGC storm\n");
        assertThat(captions.isToWrite()).isFalse();
    }

    @Test
    void longerAndShorterWords_leaveNothingOfThoseBefore_andWhatFollowsWhole() throws IOException {
        Caption first = caption(1, 2, "first");
        Caption second = caption(2, 3, "zweitens ä");
        captions.write();
        second.until(5 * SECOND);
        first.say("first, and much longer");
        captions.write();
        assertThat(texts()).containsExactly("first, and much longer", "zweitens ä");
        first.say("1");
        second.say("2");
        first.until(9 * SECOND);
        captions.write();
        assertThat(written())
                .isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:09.000\n1\n\n00:00:02.000 --> 00:00:05.000\n2\n");
    }

    @Test
    void captionThatComesLate_standsWhereItBegins() throws IOException {
        caption(1, 2, "a");
        caption(5, 6, "c");
        captions.write();
        caption(3, 9, "b");
        caption(7, 8, "d");
        captions.write();
        assertThat(texts()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void fileThatIsThere_isLeftAlone() throws IOException {
        Files.writeString(folder.resolve("run.vtt"), "mine");
        caption(1, 2, "a");
        captions.write();
        assertThat(folder.resolve("run.vtt")).hasContent("mine");
        assertThat(captions.file()).hasName("run-2.vtt");
    }

    @Test
    void whatLooksLikeMarkup_isText_onOneLine() throws IOException {
        caption(1, 2, "a < b & c --> d\n\ne");
        captions.write();
        assertThat(texts()).containsExactly("a &lt; b &amp; c --&gt; d e");
    }

    @Test
    void nextFile_hasWhatGoesOn_fromItsStart_andWhatBeginsInIt() throws IOException {
        caption(1, 2, "over");
        Caption open = caption(3, 12, "goes on");
        caption(11, 12, "later");
        captions.write();
        CaptionFile next = new CaptionFile(folder.resolve("run-2.wav").toFile(), 10 * SECOND);
        captions.cut(10 * SECOND).forEach(next::add);
        open.until(15 * SECOND);
        captions.write();
        captions.close();
        next.write();
        assertThat(written())
                .isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nover\n\n"
                        + "00:00:03.000 --> 00:00:10.000\ngoes on\n");
        assertThat(folder.resolve("run-2.vtt"))
                .hasContent("WEBVTT\n\n00:00:00.000 --> 00:00:05.000\ngoes on\n\n"
                        + "00:00:01.000 --> 00:00:02.000\nlater\n");
    }

    @Test
    void thousandsOfCaptions_areAllThere() throws IOException {
        for (int i = 0; i < 5_000; i++) {
            caption(i, i + 1, "caption " + i);
            captions.write();
        }
        assertThat(texts()).hasSize(5_000).startsWith("caption 0", "caption 1").endsWith("caption 4999");
    }

    private Caption caption(long fromSeconds, long toSeconds, String text) {
        Caption caption = new Caption(fromSeconds * SECOND, toSeconds * SECOND, text);
        captions.add(caption);
        return caption;
    }

    private String written() throws IOException {
        return Files.readString(Objects.requireNonNull(captions.file()).toPath());
    }

    private List<String> texts() throws IOException {
        String[] blocks = written().split("\n\n");
        return Arrays.stream(blocks, 1, blocks.length)
                .map(block -> block.substring(block.indexOf('\n') + 1).strip())
                .toList();
    }
}
