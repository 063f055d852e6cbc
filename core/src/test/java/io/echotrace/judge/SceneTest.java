package io.echotrace.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.metric.Occurrence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SceneTest {
    @ParameterizedTest
    @EnumSource(value = Label.class, mode = EnumSource.Mode.EXCLUDE, names = "HEALTHY")
    void fault_followsThreeMinutesOfHealth_andHolds(Label label) {
        List<Scene.Step> steps = steps(new Scene(List.of(label), 3));
        assertThat(steps).allSatisfy(step -> {
            boolean healthy = step.row().atNanos() < 180_000_000_000L;
            assertThat(step.findings()).hasSizeLessThanOrEqualTo(healthy ? 0 : 1);
        });
        Scene.Step last = steps.get(steps.size() - 1);
        assertThat(last.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.fault()).isEqualTo(label.fault());
            assertThat(finding.severity()).isBetween(0.4, 1.0);
        });
    }

    @Test
    void twoFaults_areFoundWithinASecond() {
        List<Scene.Step> steps = steps(new Scene(List.of(Label.DEADLOCK, Label.NETWORK_FLOOD), 4));
        long single = steps.stream().filter(step -> step.findings().size() == 1).count();
        assertThat(single).isLessThanOrEqualTo(10);
        assertThat(steps.get(steps.size() - 1).findings()).hasSize(2);
    }

    @Test
    void health_hasRowsTenTimesASecond_andShortCollections() {
        List<Scene.Step> steps = steps(new Scene(List.of(), 5));
        assertThat(steps).hasSizeGreaterThan(1990);
        List<Occurrence> occurrences = new ArrayList<>();
        steps.forEach(step -> occurrences.addAll(step.row().occurrences()));
        assertThat(occurrences).isNotEmpty().allSatisfy(occurrence -> {
            assertThat(occurrence.kind()).isEqualTo(Occurrence.Kind.STOP);
            assertThat(occurrence.lengthNanos()).isLessThan(50_000_000L);
        });
    }

    @Test
    void longStop_leavesNoRowsWhileItLasts() {
        List<Scene.Step> steps = steps(new Scene(List.of(Label.LONG_STOP), 6));
        for (int i = 1; i < steps.size(); i++) {
            long before = steps.get(i - 1).row().atNanos();
            steps.get(i)
                    .row()
                    .occurrences()
                    .forEach(stop -> assertThat(stop.startNanos()).isGreaterThanOrEqualTo(before - 1000));
        }
        assertThat(steps.get(steps.size() - 1).row().value(Metrics.SAFEPOINT_TIME))
                .isNotNaN();
    }

    @Test
    void sameSeed_isTheSameScene() {
        Scene.Step one = steps(new Scene(List.of(Label.NETWORK_LOSS), 7)).get(1900);
        Scene.Step other = steps(new Scene(List.of(Label.NETWORK_LOSS), 7)).get(1900);
        for (Metric metric : Metrics.all()) {
            assertThat((Double) one.row().value(metric)).as(metric.name()).isEqualTo((Double)
                    other.row().value(metric));
        }
    }

    private static List<Scene.Step> steps(Scene scene) {
        List<Scene.Step> steps = new ArrayList<>();
        do {
            steps.add(scene.next());
        } while (steps.get(steps.size() - 1).row().atNanos() < 200_000_000_000L);
        return steps;
    }
}
