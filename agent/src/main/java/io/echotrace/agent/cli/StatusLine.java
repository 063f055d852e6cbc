package io.echotrace.agent.cli;

import io.echotrace.finding.Finding;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import io.echotrace.session.Moment;
import java.util.Locale;

/** One moment of a session in one line: with bars for the eye, or in words that a screen reader can read. */
final class StatusLine {
    private static final int BAR_WIDTH = 10;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    private StatusLine() {}

    /** With bars; fits into 100 columns unless there are findings. */
    static String withBars(Moment moment) {
        return String.format(
                Locale.ROOT,
                "%7.1f s  CPU %s  memory %s  network %8s MB/s  anomaly %s%s",
                seconds(moment),
                barOf(moment, Metrics.SYSTEM_CPU),
                barOf(moment, Metrics.SYSTEM_MEMORY),
                network(moment),
                bar(moment.heard()),
                findings(moment, "  "));
    }

    /** In words, without bars. */
    static String inWords(Moment moment) {
        return String.format(
                Locale.ROOT,
                "%.1f s: CPU %s, memory %s, network %s MB/s, anomaly %.2f%s",
                seconds(moment),
                percent(moment, Metrics.SYSTEM_CPU),
                percent(moment, Metrics.SYSTEM_MEMORY),
                network(moment),
                moment.heard(),
                findings(moment, "; "));
    }

    private static double seconds(Moment moment) {
        return moment.row().atNanos() / 1e9;
    }

    private static String barOf(Moment moment, Metric metric) {
        return bar(moment.row().value(metric)) + " " + percent(moment, metric);
    }

    /** Empty when the fraction is not known. */
    static String bar(double fraction) {
        long full = Double.isNaN(fraction) ? 0 : Math.round(Math.min(1, Math.max(0, fraction)) * BAR_WIDTH);
        StringBuilder bar = new StringBuilder("[");
        for (int i = 0; i < BAR_WIDTH; i++) {
            bar.append(i < full ? '#' : '-');
        }
        return bar.append(']').toString();
    }

    private static String percent(Moment moment, Metric metric) {
        double fraction = moment.row().value(metric);
        return Double.isNaN(fraction)
                ? "unknown"
                : String.format(Locale.ROOT, "%3.0f %%", fraction * 100).trim();
    }

    private static String network(Moment moment) {
        double bytes =
                moment.row().value(Metrics.NETWORK_RECEIVE) + moment.row().value(Metrics.NETWORK_TRANSMIT);
        return Double.isNaN(bytes) ? "unknown" : String.format(Locale.ROOT, "%.3f", bytes / BYTES_PER_MEGABYTE);
    }

    private static String findings(Moment moment, String separator) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : moment.findings()) {
            text.append(separator).append(finding.sentence());
        }
        return text.toString();
    }
}
