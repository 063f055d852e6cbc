package io.echotrace.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.metric.Occurrence.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RowTest {
    private static final long ROW_NANOS = millis(10_000);
    private static final long PREVIOUS_NANOS = millis(9_900);

    @Test
    void occurrenceLearnedOfWithinHalfASecond_keepsItsPlace() {
        Occurrence stop = stop(9_500, 80);

        assertThat(only(row(stop))).usingRecursiveComparison().isEqualTo(stop);
    }

    @Test
    void occurrenceLearnedOfTooLate_isClippedAndKeepsItsEnd() {
        Occurrence clipped = only(row(stop(9_400, 300)));

        assertThat(clipped.startNanos()).isEqualTo(millis(9_500));
        assertThat(clipped.lengthNanos()).isEqualTo(millis(200));
        assertThat(clipped.text()).isEqualTo("G1 Evacuation Pause");
        assertThat(clipped.kind()).isEqualTo(Kind.STOP);
    }

    @Test
    void occurrenceThatIsOverBeforeTheLimit_hasNoLengthLeft() {
        Occurrence clipped = only(row(stop(9_000, 100)));

        assertThat(clipped.startNanos()).isEqualTo(millis(9_500));
        assertThat(clipped.lengthNanos()).isZero();
    }

    @Test
    void ongoingOccurrence_staysOngoingWhenItIsClipped() {
        Occurrence clipped = only(row(new Occurrence(Kind.STALL, millis(9_000), Occurrence.ONGOING, "")));

        assertThat(clipped.startNanos()).isEqualTo(millis(9_500));
        assertThat(clipped.lengthNanos()).isEqualTo(Occurrence.ONGOING);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"RUN", "FINDING"})
    void runsAndFindings_reachBackAsFarAsTheyLike(Kind kind) {
        assertThat(only(row(new Occurrence(kind, 0, millis(9_000), ""))).startNanos())
                .isZero();
    }

    @Test
    void stopThatAlsoHeldUpTheRows_isNotClipped() {
        Occurrence stop = stop(6_050, 3_900);

        Row row = new Row(snapshot(), List.of(stop), millis(6_000));

        assertThat(only(row)).usingRecursiveComparison().isEqualTo(stop);
    }

    @Test
    void clippingAgain_changesNothing() {
        Occurrence once = only(row(stop(9_400, 300)));

        assertThat(only(row(once))).usingRecursiveComparison().isEqualTo(once);
    }

    @Test
    void row_doesNotChangeWithTheListItWasMadeFrom() {
        List<Occurrence> occurrences = new ArrayList<>(List.of(stop(9_900, 10)));
        Row row = new Row(snapshot(), occurrences, PREVIOUS_NANOS);

        occurrences.clear();

        assertThat(row.occurrences()).hasSize(1);
    }

    @Test
    void instantsAndValues_areRoundedToWhatTheCsvHolds() {
        MetricSet metrics = new MetricSet(List.of(Metrics.PROCESS_CPU));
        Snapshot snapshot = new Snapshot(1_234_567_890L, metrics, new double[] {0.123456789});
        Occurrence stop = new Occurrence(Kind.STOP, 1_234_567_890L, 1_499, "");

        assertThat(snapshot.atNanos()).isEqualTo(millis(1_235));
        assertThat(snapshot.value(Metrics.PROCESS_CPU)).isEqualTo(0.123457);
        assertThat(stop.startNanos()).isEqualTo(1_234_568_000L);
        assertThat(stop.lengthNanos()).isEqualTo(1_000);
    }

    private static Row row(Occurrence occurrence) {
        return new Row(snapshot(), List.of(occurrence), PREVIOUS_NANOS);
    }

    private static Snapshot snapshot() {
        return new Snapshot(ROW_NANOS, new MetricSet(List.of()), new double[0]);
    }

    private static Occurrence stop(long startMillis, long lengthMillis) {
        return new Occurrence(Kind.STOP, millis(startMillis), millis(lengthMillis), "G1 Evacuation Pause");
    }

    private static Occurrence only(Row row) {
        assertThat(row.occurrences()).hasSize(1);
        return row.occurrences().get(0);
    }

    private static long millis(long millis) {
        return TimeUnit.MILLISECONDS.toNanos(millis);
    }
}
