package io.echotrace.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
        try (SeriesReader reader = new SeriesReader(new StringReader(written(rows, 0, before.toArray(new Row[0]))))) {
            assertThat(reader.metrics().metrics()).isEqualTo(Metrics.all());
            for (Row row : before) {
                assertSame(reader.next(), row);
            }
            assertThat(reader.hasNext()).isFalse();
        }
    }

    @Test
    void finding_standsOpenAtItsStartAndWithItsLengthAtItsEnd() throws IOException {
        Occurrence open = new Occurrence(Kind.FINDING, 2_000_000_000L, Occurrence.ONGOING, "GC storm: bad");
        assertThat(EventText.parse("finding@2.000+?:GC%20storm:%20bad").get(0).toString())
                .isEqualTo(open.toString());
    }

    @Test
    void foreignSeries_hasMetricsOfItsOwn_andStartsAtZero() throws IOException {
        String csv = "timestamp,value\n2014-02-14 14:30:00,0.13\n2014-02-14 14:35:00,x\n2014-02-14 14:35:00,2\n";
        try (SeriesReader reader = new SeriesReader(new StringReader(csv))) {
            Metric value = reader.metrics().metrics().get(0);
            assertThat(value.name()).isEqualTo("value");
            assertThat(reader.next().value(value)).isEqualTo(0.13);
            Row second = reader.next();
            assertThat(second.atNanos()).isEqualTo(300_000_000_000L);
            assertThat(second.value(value)).isNaN();
            assertThat(reader.next().atNanos()).isEqualTo(300_000_000_000L);
        }
    }

    @Test
    void epochsAndSeriesWithoutTime_areUnderstood() throws IOException {
        assertThat(secondRowNanos("t,a\n1700000000000,1\n1700000000250,2\n")).isEqualTo(250_000_000L);
        assertThat(secondRowNanos("time,a\n1700000000,1\n1700000002,2\n")).isEqualTo(2_000_000_000L);
        assertThat(secondRowNanos("time,a\n5.5,1\n5.75,2\n")).isEqualTo(250_000_000L);
        assertThat(secondRowNanos("a,b\n1,1\n2,2\n")).isEqualTo(100_000_000L);
    }

    @Test
    void wrongLine_isNamed() {
        String csv = "time_s,a,events\n0,1,\n0.1,1,stop@x+1\n";
        assertThatThrownBy(() -> secondRowNanos(csv))
                .hasMessageContaining("line 3")
                .hasMessageContaining("stop@x+1");
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

    private static long secondRowNanos(String csv) throws IOException {
        try (SeriesReader reader = new SeriesReader(new StringReader(csv))) {
            reader.next();
            return reader.next().atNanos();
        }
    }

    private static void assertSame(Row actual, Row expected) {
        assertThat(actual.atNanos()).isEqualTo(expected.atNanos());
        assertThat(actual.occurrences()).hasToString(expected.occurrences().toString());
        for (int i = 0; i < expected.snapshot().metrics().size(); i++) {
            assertThat(actual.snapshot().value(i)).isEqualTo(expected.snapshot().value(i));
        }
    }
}
