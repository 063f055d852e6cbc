package io.echotrace.agent.workshop;

/** Traffic between 20 and 150 requests a second that follows a sine of five minutes. */
final class NightAndDay implements Work {
    private static final double MEAN_PER_SECOND = 85;
    private static final double AMPLITUDE_PER_SECOND = 65;
    private static final double PERIOD_SECONDS = 300;
    private static final double BETWEEN_SECONDS = 1;

    @Override
    public void run(Bench bench) throws InterruptedException {
        long startNanos = System.nanoTime();
        while (!bench.isOver()) {
            double phase = 2 * Math.PI * (System.nanoTime() - startNanos) / 1e9 / PERIOD_SECONDS;
            double sine = Math.sin(phase - Math.PI / 4); // where it is near what it was in the calm
            bench.shop().send(LoadSteps.traffic(MEAN_PER_SECOND + AMPLITUDE_PER_SECOND * sine));
            bench.sleep(BETWEEN_SECONDS);
        }
    }
}
