package io.echotrace.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.anomaly.Scorer;
import io.echotrace.finding.Fault;
import io.echotrace.finding.Finding;
import io.echotrace.mapping.SoundTable;
import io.echotrace.metric.CallMetrics;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Rows;
import io.echotrace.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineTest {
    /** The top of the pulse's range is the user's choice. */
    @ParameterizedTest
    @CsvSource({"100e6, true", "1e9, false"})
    void traffic_isAFlood_whereItMakesThePulseFast(double networkMax, boolean isFlood) {
        Rows rows = new Rows(Metrics.NETWORK_RECEIVE);
        SoundTable table = new SoundTable(Metrics.PROCESS_CPU, networkMax, 5000, CallMetrics.ofAll(), false, false);
        Pipeline pipeline = new Pipeline(new Scorer(rows.metrics()), table, new Timeline());
        List<Finding> findings = List.of();
        for (int second = 0; second < 70; second++) {
            double bytesPerSecond = second < 60 ? 100e3 : 30e6;
            findings = pipeline.accept(
                            rows.set(Metrics.NETWORK_RECEIVE, bytesPerSecond).at(second))
                    .findings();
        }
        assertThat(findings).extracting(Finding::fault).isEqualTo(isFlood ? List.of(Fault.NETWORK_FLOOD) : List.of());
    }
}
