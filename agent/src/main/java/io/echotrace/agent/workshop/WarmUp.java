package io.echotrace.agent.workshop;

import io.echotrace.agent.shop.Pace;
import io.echotrace.agent.shop.ShopThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/** A large program that starts: for two minutes classes are loaded and code is compiled, less and less of it. */
final class WarmUp implements Work {
    private static final double SECONDS = 120;
    private static final int CLASSES_AT_FIRST = 60;
    private static final int CALLS = 20_000; // more than it takes to be compiled

    private final List<IntUnaryOperator> loaded = new ArrayList<>();
    private volatile int result;

    @Override
    public void prepare(Bench bench) {
        ShopThreads.newDaemon("start-up", this::warmUp).start();
    }

    @Override
    public void run(Bench bench) throws InterruptedException {
        bench.sleep(Double.MAX_VALUE);
    }

    private void warmUp() {
        Pace pace = new Pace(1 / 1e9);
        try {
            for (int second = 0; second < SECONDS; second++) {
                double left = 1 - second / SECONDS;
                for (IntUnaryOperator made : MadeClasses.make((int) (CLASSES_AT_FIRST * left * left))) {
                    loaded.add(made);
                    use(made);
                }
                pace.did(1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void use(IntUnaryOperator made) {
        int sum = result;
        for (int i = 0; i < CALLS; i++) {
            sum = made.applyAsInt(sum);
        }
        Pattern pattern = Pattern.compile("(a|b)*c{" + loaded.size() % 9 + "}[^" + loaded.size() + "]+");
        result = sum + (pattern.matcher("ababccc-" + sum).find() ? 1 : 0);
    }
}
