package io.echotrace.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.echotrace.anomaly.Scores;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScoringTest {
    private static final int ROWS = 1000;
    private static final int SPIKE = 900;

    @TempDir
    Path folder;

    private final Random random = new Random(5);

    /** How the rows of a series say when they are. */
    @SuppressWarnings("ImmutableEnumChecker") // its functions have no state
    enum Times {
        SECONDS("time_s", i -> String.valueOf(i)),
        EPOCH_EVERY_MINUTE("timestamp", i -> String.valueOf(1_400_000_000L + 60L * i)),
        DATES_EVERY_FIVE_MINUTES("timestamp", Times::date),
        UNEVEN("timestamp", i -> date(i + i / 7 * 12 + i % 2)),
        AN_HOUR_TWICE("timestamp", i -> date(i > SPIKE - 6 ? i - 12 : i)),
        ALL_THE_SAME_AT_LAST("timestamp", i -> date(Math.min(i, SPIKE - 6))),
        NONE("other", i -> "5");

        private final String column;
        private final IntFunction<String> cell;

        Times(String column, IntFunction<String> cell) {
            this.column = column;
            this.cell = cell;
        }

        private static String date(int i) {
            return LocalDateTime.of(2014, 2, 27, 0, 0)
                    .plusMinutes(5L * i)
                    .toString()
                    .replace('T', ' ')
                    .concat(":00");
        }
    }

    @ParameterizedTest
    @EnumSource(Times.class)
    void spike_isAnAnomaly_inItsRowAlone_howeverTheRowsSayWhenTheyAre(Times times) throws IOException {
        List<String> lines = new ArrayList<>(List.of(times.column + ",value"));
        for (int i = 0; i < ROWS; i++) {
            lines.add(times.cell.apply(i) + "," + (i == SPIKE ? 500 : 100 + random.nextGaussian()));
        }
        List<String> scored = scored(lines);
        assertThat(scored).hasSize(ROWS + 1);
        assertThat(scored.get(0)).startsWith(times.column + ",value,anomaly_score");
        for (int i = 0; i < ROWS; i++) {
            assertThat(scored.get(i + 1)).startsWith(lines.get(i + 1) + ",");
            boolean anomaly = Double.parseDouble(scored.get(i + 1).split(",")[2]) >= Scores.ANOMALY;
            if (Math.abs(i - SPIKE) <= 50) {
                assertThat(anomaly).as("row %s", i).isEqualTo(i == SPIKE);
            }
        }
    }

    @Test
    void severalMetrics_haveEachTheirScore_andTheHighestIsThatOfTheRow() throws IOException {
        List<String> lines = new ArrayList<>(List.of("time_s,\"calm, quite\",wild,name"));
        for (int i = 0; i < ROWS; i++) {
            lines.add(
                    i + "," + random.nextGaussian() + "," + (i == SPIKE ? 1e6 : random.nextGaussian()) + ",\"a\"\"b\"");
        }
        List<String> scored = scored(lines);
        assertThat(scored.get(0))
                .isEqualTo(lines.get(0) + ",anomaly_score,\"score.calm, quite\",score.wild,score.name");
        assertThat(scored.get(SPIKE + 1)).startsWith(lines.get(SPIKE + 1));
        String[] cells = scored.get(SPIKE + 1).split(",");
        assertThat(Double.parseDouble(cells[4])).isEqualTo(Double.parseDouble(cells[6]));
        assertThat(Double.parseDouble(cells[4])).isGreaterThanOrEqualTo(Scores.ANOMALY);
        assertThat(Double.parseDouble(cells[5])).isLessThan(Scores.UNUSUAL);
        assertThat(cells[7]).isEqualTo("0");
    }

    @Test
    void rowsOfUnequalLength_haveTheirScoreInItsColumn_andBlankLinesAreNoRows() throws IOException {
        assertThat(scored(List.of("time_s,a,b", "0,1", "", "1,2,3,4", "2,,")))
                .containsExactly("time_s,a,b,anomaly_score,score.a,score.b", "0,1,,0,0,0", "1,2,3,0,0,0", "2,,,0,0,0");
    }

    @Test
    void ownRecording_keepsItsScoresAndEvents() throws IOException {
        assertThat(scored(List.of("time_s,jvm.threads,score,events", "0.000,5,0,", "0.100,6,0.1,marker@0.05+0.01")))
                .containsExactly(
                        "time_s,jvm.threads,score,events,anomaly_score",
                        "0.000,5,0,,0",
                        "0.100,6,0.1,marker@0.05+0.01,0");
    }

    @Test
    void lineThatIsCutShort_isLeftOut_andThatIsSaid() throws IOException {
        Path csv = Files.writeString(folder.resolve("cut.csv"), "time_s,a,score,events\r\n0.0,1,0,\r\n0.1,1");
        ScoredSeries scored = new Scoring().score(csv.toFile(), out(), rows -> {});
        assertThat(scored.rows()).isEqualTo(1);
        assertThat(scored.isSeriesCutShort()).isTrue();
    }

    @Test
    void existingFile_isNotOverwritten() throws IOException {
        Path csv = Files.write(folder.resolve("run.csv"), List.of("time_s,a", "0,1"));
        assertThat(new Scoring().score(csv.toFile(), csv.toFile(), rows -> {}).file())
                .isEqualTo(folder.resolve("run-2.csv").toFile());
        assertThat(csv).hasContent("time_s,a\n0,1\n");
    }

    @Test
    void progress_isTold() throws IOException {
        List<String> lines = new ArrayList<>(List.of("time_s,a"));
        for (int i = 0; i < 200_001; i++) {
            lines.add(i + ",1");
        }
        List<Long> told = new ArrayList<>();
        Path csv = Files.write(folder.resolve("long.csv"), lines);
        assertThat(new Scoring().score(csv.toFile(), out(), told::add).rows()).isEqualTo(200_001);
        assertThat(told).containsExactly(100_000L, 200_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "time_s,a\n", "time_s\n0\n", "time_s,anomaly_score\n0,1\n", "time_s,a\n0,1\nsoon,2\n3,4\n"})
    void whatIsNoSeries_isRefused_andNothingIsLeft(String text) throws IOException {
        Path csv = Files.writeString(folder.resolve("bad.csv"), text);
        assertThatIllegalArgumentException().isThrownBy(() -> new Scoring().score(csv.toFile(), out(), rows -> {}));
        assertThat(out()).doesNotExist();
    }

    private List<String> scored(List<String> lines) throws IOException {
        String text = lines.stream().collect(Collectors.joining("\n", "", "\n"));
        Path csv = Files.writeString(folder.resolve("series.csv"), text);
        return Files.readAllLines(
                new Scoring().score(csv.toFile(), out(), rows -> {}).file().toPath());
    }

    private File out() {
        return folder.resolve("scored.csv").toFile();
    }
}
