package io.echotrace.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Rows;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What was found and marked in a run stands beside its recording as captions. */
class CaptionsOutputTest {
    @TempDir
    Path folder;

    private final Rows rows = new Rows(Metrics.PROCESS_CPU);
    private final List<String> troubles = new ArrayList<>();
    private CaptionsOutput captions = new CaptionsOutput(file -> false, troubles::add);

    @Test
    void runInWhichNothingWasFound_hasNone() throws IOException {
        captions.recordedIn(wav("run.wav"), 0);
        follow(1, List.of(), List.of(), false);
        follow(2, List.of(), List.of(), true);
        assertThat(folder.resolve("run.vtt")).doesNotExist();
    }

    @Test
    void finding_isToldWhileItHolds_atLastWithItsStrongestEvidence() throws IOException {
        captions.recordedIn(wav("run.wav"), 0);
        Finding weak = finding(10.5, Finding.ONGOING, "12 %");
        follow(11, List.of(weak), List.of(weak), false);
        follow(15, List.of(weak), List.of(), false);
        assertThat(lines("run.vtt")).containsExactly("WEBVTT", "", "00:00:10.500 --> 00:00:15.000", "GC storm: 12 %");
        Finding ended = finding(10.5, 17_000_000_000L, "34 %");
        follow(19, List.of(), List.of(ended), true);
        assertThat(lines("run.vtt")).containsExactly("WEBVTT", "", "00:00:10.500 --> 00:00:17.000", "GC storm: 34 %");
    }

    @Test
    void whatIsShorterThanAGlance_isThereForTwoSeconds_andMarkersForThree() throws IOException {
        captions.recordedIn(wav("run.wav"), 0);
        rows.occurs(new Occurrence(Occurrence.Kind.MARKER, 5_000_000_000L, 0, "load <on>"));
        follow(6, List.of(), List.of(finding(5.5, 5_800_000_000L, "1 %")), true);
        assertThat(lines("run.vtt"))
                .containsExactly(
                        "WEBVTT",
                        "",
                        "00:00:05.000 --> 00:00:08.000",
                        "Marker: load &lt;on&gt;",
                        "",
                        "00:00:05.500 --> 00:00:07.500",
                        "GC storm: 1 %");
    }

    @Test
    void whatHeldBeforeTheRecordingWasThere_isTold() throws IOException {
        Finding early = finding(0.5, Finding.ONGOING, "12 %");
        follow(1, List.of(early), List.of(early), false);
        captions.recordedIn(wav("run.wav"), 0);
        follow(3, List.of(early), List.of(), true);
        assertThat(lines("run.vtt")).contains("00:00:00.500 --> 00:00:03.000", "GC storm: 12 %");
    }

    @Test
    void eachFileHasItsOwn_fromItsStart_andTheyGoWithIt() throws IOException {
        File first = wav("run.wav");
        File second = wav("run-2.wav");
        File third = wav("run-3.wav");
        captions.recordedIn(first, 0, List.of(first));
        Finding storm = finding(5, Finding.ONGOING, "12 %");
        follow(6, List.of(storm), List.of(storm), false);
        captions.recordedIn(second, 100_000_000_000L, List.of(first, second));
        follow(101, List.of(storm), List.of(), false);
        follow(150, List.of(storm), List.of(), false);
        assertThat(lines("run.vtt")).contains("00:00:05.000 --> 00:01:40.000");
        assertThat(lines("run-2.vtt")).contains("00:00:00.000 --> 00:00:50.000");
        captions.recordedIn(third, 200_000_000_000L, List.of(second, third));
        follow(201, List.of(), List.of(finding(5, 190_000_000_000L, "34 %")), true);
        assertThat(folder.resolve("run.vtt")).doesNotExist();
        assertThat(lines("run-2.vtt")).contains("00:00:00.000 --> 00:01:30.000", "GC storm: 34 %");
        assertThat(folder.resolve("run-3.vtt")).doesNotExist();
    }

    @Test
    void seriesThatIsPlayedFast_hasThemWhereTheyAreHeard() throws IOException {
        captions = new CaptionsOutput(file -> false, troubles::add, 60);
        captions.recordedIn(wav("fast.wav"), 0);
        Finding storm = finding(600, Finding.ONGOING, "12 %");
        follow(600, List.of(storm), List.of(storm), false);
        follow(1_200, List.of(storm), List.of(), true);
        assertThat(lines("fast.vtt")).contains("00:00:10.000 --> 00:00:20.000");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void captionsThatCannotBeWritten_areToldOnce() {
        captions.recordedIn(new File("/proc/self/status"), 0);
        Finding storm = finding(1, Finding.ONGOING, "12 %");
        for (int i = 2; i < 10; i++) {
            follow(i, List.of(storm), List.of(), i == 9);
        }
        assertThat(troubles).singleElement().asString().startsWith("the captions end early: ");
    }

    @Test
    void recordingThatWasTakenAway_getsNone_norItsFolderBack() {
        captions.recordedIn(folder.resolve("new/run.wav").toFile(), 0);
        follow(2, List.of(finding(1, Finding.ONGOING, "12 %")), List.of(), true);
        assertThat(folder).isEmptyDirectory();
        assertThat(troubles).isEmpty();
    }

    @Test
    void fullDisk_endsThem_andLeavesWhatIsThere() throws IOException {
        boolean[] full = {false};
        captions = new CaptionsOutput(file -> full[0], troubles::add);
        captions.recordedIn(wav("run.wav"), 0);
        Finding storm = finding(1, Finding.ONGOING, "12 %");
        follow(2, List.of(storm), List.of(storm), false);
        full[0] = true;
        follow(4, List.of(storm), List.of(), false);
        full[0] = false;
        follow(6, List.of(storm), List.of(), true);
        assertThat(lines("run.vtt")).contains("00:00:01.000 --> 00:00:03.000");
        assertThat(troubles).isEmpty();
    }

    private void follow(double seconds, List<Finding> holding, List<Finding> changes, boolean last) {
        captions.follow(new Moment(rows.at(seconds), 0, null, holding, changes), last);
    }

    private static Finding finding(double fromSeconds, long endNanos, String evidence) {
        return new Finding(Fault.GC_STORM, 0.5, Math.round(fromSeconds * 1e9), endNanos, evidence);
    }

    private File wav(String name) throws IOException {
        return Files.createFile(folder.resolve(name)).toFile();
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve(name));
    }
}
