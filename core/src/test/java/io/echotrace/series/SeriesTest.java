package io.echotrace.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Occurrence.Kind;
import io.echotrace.metric.Row;
import io.echotrace.metric.Rows;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesTest {
    private static final Occurrence STOP =
            new Occurrence(Kind.STOP, 1_234_567_000L, 412_000L, "G1 Evacuation Pause sync=0.0004");

    @Test
    void row_standsInTheFileAsTheDesignSays() throws IOException {
        Rows rows = new Rows(Metrics.SYSTEM_CPU, Metrics.NETWORK_RECEIVE);
        Row row = rows.set(Metrics.SYSTEM_CPU, 1 / 3.0)
                .occurs(STOP)
                .occurs(new Occurrence(Kind.MARKER, 1_200_000_000L, 0, "50 % done; \"next\""))
                .at(1.3);
        assertThat(written(rows, 0.25, row))
                .isEqualTo("time_s,system.cpu.utilization,system.network.io.receive,score,events\r\n"
                        + "1.300,0.333333,,0.25,"
                        + "stop@1.234567+0.000412:G1%20Evacuation%20Pause%20sync=0.0004;"
                        + "marker@1.200+0.000:50%20%25%20done%3B%20%22next%22\r\n");
    }

    @Test
    void series_readsBackAsItWasWritten() throws IOException {
        Rows rows = Rows.ofCatalogue();
        Random random = new Random(7);
        List<Row> before = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            for (Metric metric : Metrics.all()) {
                rows.set(metric, Math.exp(random.nextGaussian() * 15));
            }
            before.add(rows.occurs(new Occurrence(Kind.STOP, i * 100_000_000L + 123_000, 77_000, "Größe, 50 %"))
                    .at(i * 0.1));
        }
        try (SeriesReader reader = reader(written(rows, 0, before.toArray(new Row[0])))) {
            assertThat(reader.metrics().metrics()).isEqualTo(Metrics.all());
            for (Row row : before) {
                assertSame(reader.next(), row);
            }
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void finding_standsOpenAtItsStart_andWithItsLengthAtItsEnd() throws IOException {
        Finding open = new Finding(Fault.GC_STORM, 0.5, 2_000_000_000L, Finding.ONGOING, "bad");
        Finding ended = new Finding(Fault.GC_STORM, 0.5, 2_000_000_000L, 4_500_000_000L, "bad");
        Rows rows = new Rows(Metrics.GC_RATE);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SeriesWriter writer = new SeriesWriter(out, rows.metrics())) {
            writer.write(rows.stops(1.95, 0.01, "GC").at(2), 0.5, List.of(open.toOccurrence()));
            writer.write(rows.at(4.5), 0, List.of(ended.toOccurrence()));
        }
        String csv = out.toString(StandardCharsets.UTF_8);
        assertThat(csv.lines())
                .containsExactly(
                        "time_s,jvm.gc.rate,score,events",
                        "2.000,,0.5,stop@1.950+0.010:GC;finding@2.000+?:GC%20storm:%20bad",
                        "4.500,,0,finding@2.000+2.500:GC%20storm:%20bad");
        try (SeriesReader reader = reader(csv)) {
            assertThat(reader.next().occurrences().get(1))
                    .hasToString(open.toOccurrence().toString());
            assertThat(reader.next().occurrences())
                    .singleElement()
                    .hasToString(ended.toOccurrence().toString());
        }
    }

    @Test
    void foreignSeries_hasMetricsOfItsOwn_andStartsAtZero() throws IOException {
        String csv = "timestamp,value\n2014-02-14 14:30:00,0.13\n2014-02-14 14:35:00,x\n2014-02-14 14:35:00,2\n";
        try (SeriesReader reader = reader(csv)) {
            Metric value = reader.metrics().metrics().get(0);
            assertThat(value.name()).isEqualTo("value");
            assertThat(reader.next().value(value)).isEqualTo(0.13);
            Row second = reader.next();
            assertThat(second.atNanos()).isEqualTo(300_000_000_000L);
            assertThat(second.value(value)).isNaN();
            assertThat(reader.next().atNanos()).isEqualTo(300_000_000_000L);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "t, 1700000000, 1700000000.25",
        "t, 1700000000000, 1700000000250",
        "t, 1700000000000000, 1700000000250000",
        "t, 1700000000000000000, 1700000000250000000",
        "time_s, 1700000000.5, 1700000000.75",
        "time_s, 1700000000000, 1700000000250",
        "time_s, 2026-11-22T10:00:00, 2026-11-22T10:00:00.25",
        "time, 5.5, 5.75",
        "time, 2026-11-22T10:00:00Z, 2026-11-22T11:00:00.25+01:00",
        "t, 2026-11-22 10:00:00, 2026-11-22 10:00:00.25"
    })
    void epochs_dates_andTimesOfAForeignProgram_startAtZero(String name, String first, String second)
            throws IOException {
        List<Row> rows = read(name + ",a\n" + first + ",1\n" + second + ",2\n");
        assertThat(rows).extracting(Row::atNanos).containsExactly(0L, 250_000_000L);
        assertThat(rows.get(0).snapshot().metrics().size()).isEqualTo(1);
    }

    @Test
    void secondsOfARun_areTakenAsTheyStand() throws IOException {
        assertThat(read("time_s,a\n5.5,1\n5.75,2\n"))
                .extracting(Row::atNanos)
                .containsExactly(5_500_000_000L, 5_750_000_000L);
    }

    @Test
    void seriesWithoutTime_hasTenRowsASecond() throws IOException {
        assertThat(read("a,b\n1,1\n2,2\n")).extracting(Row::atNanos).containsExactly(0L, 100_000_000L);
    }

    @Test
    void gapOfYears_isGivenAsItStands() throws IOException {
        assertThat(read("time_s,a\n0,1\n100000000,2\n").get(1).atNanos()).isEqualTo(100_000_000_000_000_000L);
    }

    @Test
    void byteOrderMark_isNoPartOfTheFirstName() throws IOException {
        assertThat(metricNames("\uFEFFtime_s,a,score,events\n0,1,0,\n")).containsExactly("a");
        assertThat(metricNames("\uFEFF\"a\",b\n1,1\n")).containsExactly("a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"timestamp,score,events", "time_s,score,a,events", "time_s,events,score", "time_s,a,events"})
    void scoreAndEventsOfAForeignProgram_areMetrics(String header) throws IOException {
        assertThat(metricNames(header + "\n0,1,2,3\n")).contains("events").containsAll(scoreIn(header));
    }

    @Test
    void foreignEvents_areNumbers() throws IOException {
        String csv = "timestamp,score,events\n1700000000,0.5,12\n1700000001,0.5,13\n";
        try (SeriesReader reader = reader(csv)) {
            Metric events = reader.metrics().metrics().get(1);
            assertThat(reader.next().value(events)).isEqualTo(12);
            assertThat(reader.next().value(events)).isEqualTo(13);
        }
    }

    @Test
    void ownFile_isKnown_whateverMetricsWereCutOutOfIt() throws IOException {
        Row row =
                read("time_s,score,events\n0.000,0,stop@1.234567+0.000412:G1\n").get(0);
        assertThat(row.snapshot().metrics().size()).isZero();
        assertThat(row.occurrences()).extracting(Occurrence::kind).containsExactly(Kind.STOP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.2",
                "0.200,0.",
                "0.200,1,0",
                "0.200,1,0,stop@x+1",
                "0.200,1,0,stop@",
                "0.200,1,0,ma",
                "x,1,0,",
                "0.200,1,0,",
                "0.200,1,0,stop@0.1+0.0",
                "x,1,0,\r\n"
            })
    void lastLineThatWasCutShort_isLeftOut(String last) throws IOException {
        String csv = "time_s,a,score,events\r\n0.000,1,0,\r\n0.100,2,0,\r\n";
        try (SeriesReader reader = reader(csv + last)) {
            List<Row> rows = new ArrayList<>();
            reader.forEachRemaining(rows::add);
            assertThat(rows).extracting(Row::atNanos).containsExactly(0L, 100_000_000L);
            assertThat(reader.isCutShort()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"time_s,a,score,events\n0,1,0,\n0.1,2,0,\n", "time,a\n0,1\n0.1,2"})
    void wholeLastLine_isKept(String csv) throws IOException {
        try (SeriesReader reader = reader(csv)) {
            assertThat(reader.next().atNanos()).isZero();
            assertThat(reader.next().atNanos()).isEqualTo(100_000_000L);
            assertThat(reader.isCutShort()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0.1,1,0,stop@x+1|stop@x+1", "then,1,0,|then", "NaN,1,0,|NaN", "1e300,1,0,|1e300", ",1,0,|no time"
            })
    void wrongLineAmongOthers_isNamed(String wrong, String named) {
        String csv = "time_s,a,score,events\n0,1,0,\n" + wrong + "\n0.2,1,0,\n";
        assertThatThrownBy(() -> read(csv))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 3")
                .hasMessageContaining(named);
    }

    @Test
    void onlyLineThatWasCutShort_isNoRow() throws IOException {
        assertThat(read("time_s,a,score,events\n0.0")).isEmpty();
    }

    @Test
    void runInfo_keepsWhatARenderingNeeds() {
        RunInfo info = RunInfo.parse("echotrace=0.1.0 jvm=OpenJDK_17 wav.rate=24000");
        assertThat(info.get("wav.rate", "")).isEqualTo("24000");
        assertThat(info.get("absent", "none")).isEqualTo("none");
        assertThat(info.text()).isEqualTo("echotrace=0.1.0 jvm=OpenJDK_17 wav.rate=24000");
    }

    private static String written(Rows rows, double score, Row... all) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SeriesWriter writer = new SeriesWriter(out, rows.metrics())) {
            for (Row row : all) {
                writer.write(row, score, List.of());
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<Row> read(String csv) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (SeriesReader reader = reader(csv)) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static List<String> metricNames(String csv) throws IOException {
        try (SeriesReader reader = reader(csv)) {
            return reader.metrics().metrics().stream().map(Metric::name).toList();
        }
    }

    private static List<String> scoreIn(String header) {
        return header.contains("score") ? List.of("score") : List.of();
    }

    private static SeriesReader reader(String csv) throws IOException {
        return new SeriesReader(new StringReader(csv));
    }

    private static void assertSame(Row actual, Row expected) {
        assertThat(actual.atNanos()).isEqualTo(expected.atNanos());
        assertThat(actual.occurrences()).hasToString(expected.occurrences().toString());
        for (int i = 0; i < expected.snapshot().metrics().size(); i++) {
            assertThat(actual.snapshot().value(i)).isEqualTo(expected.snapshot().value(i));
        }
    }
}
