package io.echotrace.anomaly;

/**
 * The anomaly score of the program that this one grew out of: 0.3 processor + 0.2 network + 0.3 sensors + 0.2 timing, of
 * the last ten samples each. Processor: standard deviation of the percentage, divided by 50. Network: coefficient of
 * variation. Sensors: half the used memory, half the variation of the disk. Timing: mean deviation of the program's own
 * interval, in means. Each is at most 1.
 */
final class OriginalScore {
    private final Window processor = new Window();
    private final Window network = new Window();
    private final Window disk = new Window();
    private final Window interval = new Window();

    /** The score after the next sample. */
    double next(
            double processorShare, double networkRate, double memoryShare, double diskRate, double intervalSeconds) {
        processor.add(100 * processorShare);
        network.add(networkRate);
        disk.add(diskRate);
        interval.add(intervalSeconds);
        double sensors = 0.5 * memoryShare + 0.5 * atMostOne(disk.variation());
        return 0.3 * atMostOne(processor.deviation() / 50)
                + 0.2 * atMostOne(network.variation())
                + 0.3 * sensors
                + 0.2 * atMostOne(interval.meanDeviation() / interval.mean());
    }

    private static double atMostOne(double number) {
        return Math.min(1, number);
    }

    /** The last ten values. */
    private static final class Window {
        private final double[] values = new double[10];
        private int count;

        void add(double value) {
            values[count++ % values.length] = value;
        }

        double mean() {
            double sum = 0;
            for (int i = 0; i < size(); i++) {
                sum += values[i];
            }
            return sum / size();
        }

        double deviation() {
            double squares = 0;
            for (int i = 0; i < size(); i++) {
                squares += Math.pow(values[i] - mean(), 2);
            }
            return Math.sqrt(squares / size());
        }

        double meanDeviation() {
            double deviations = 0;
            for (int i = 0; i < size(); i++) {
                deviations += Math.abs(values[i] - mean());
            }
            return deviations / size();
        }

        double variation() {
            return mean() > 0 ? deviation() / mean() : 0;
        }

        private int size() {
            return Math.min(count, values.length);
        }
    }
}
