package io.echotrace.anomaly;

import java.util.Collections;
import java.util.List;

/** The list of detectors: each metric is judged by all of them, and the most surprised one counts. */
final class Detectors {
    private Detectors() {}

    /** New ones, for one metric. */
    static List<Detector> forOneMetric() {
        return Collections.singletonList(new RecordDetector());
    }
}
