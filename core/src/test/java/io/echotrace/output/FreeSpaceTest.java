package io.echotrace.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeSpaceTest {
    private static final long GB = 1_000_000_000L;

    @TempDir
    private Path folder;

    private final List<String> trouble = new ArrayList<>();

    @ParameterizedTest(name = "{0} of {1} bytes free is short: {2}")
    @CsvSource({
        "1000000000, 20000000000, false",
        "999999999, 20000000000, true",
        "1000000000, 20000000001, true",
        "4999999999, 100000000000, true",
        "5000000000, 100000000000, false",
        "800000000, 900000000, true",
        "0, 0, false",
    })
    void oneGigabyte_andFivePercent_areLeftAlone(long usable, long total, boolean expected) {
        assertThat(new FreeSpace(file -> usable, file -> total, trouble::add).isShort(file("run.wav")))
                .isEqualTo(expected);
        assertThat(trouble).hasSize(expected ? 1 : 0);
    }

    @Test
    void oneLine_saysWhereHowMuchAndWhatToDo_forAllFilesOfTheFolder() {
        FreeSpace space = new FreeSpace(file -> 812_000_000L, file -> 8 * GB, trouble::add);
        assertThat(space.isShort(file("run.wav"))).isTrue();
        assertThat(space.isShort(file("run.csv"))).isTrue();
        assertThat(space.isShort(file("run.wav"))).isTrue();
        assertThat(trouble).singleElement().asString().contains("0.81 GB (10 %)", folder.toString(), "another folder");
    }

    @Test
    void spaceThatComesBack_isNotTaken_byTheOtherFileOfTheRun() {
        AtomicLong free = new AtomicLong(GB / 2);
        FreeSpace space = new FreeSpace(file -> free.get(), file -> 10 * GB, trouble::add);
        assertThat(space.isShort(file("run.wav"))).isTrue();
        free.set(9 * GB);
        assertThat(space.isShort(file("run.csv"))).isTrue();
    }

    @Test
    void diskOfAFolderThatIsNotThereYet_isThatOfTheNearestAbove() {
        Map<File, Long> disks = Map.of(folder.toFile(), GB / 2);
        FreeSpace space = new FreeSpace(disks::get, file -> 10 * GB, trouble::add);
        assertThat(space.isShort(file("new/deep/run.wav"))).isTrue();
    }

    private File file(String name) {
        return folder.resolve(name).toFile();
    }
}
