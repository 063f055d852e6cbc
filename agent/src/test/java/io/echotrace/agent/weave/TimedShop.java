package io.echotrace.agent.weave;

import java.util.function.IntSupplier;

/** Methods of all kinds, for a test to weave. */
public abstract class TimedShop implements Comparable<TimedShop> {
    private final int stock;

    protected TimedShop(int stock) {
        this.stock = stock;
    }

    public int stock() {
        return stock;
    }

    public static double sum(long a, double b, float c, int[] more) {
        double sum = a + b + c;
        for (int each : more) {
            if (each < 0) {
                continue;
            }
            sum += each;
        }
        return sum;
    }

    public static Object choose(Object first, Object second, boolean which) {
        synchronized (TimedShop.class) {
            return which ? first : second;
        }
    }

    public static void refuse(String why) {
        try {
            throw new IllegalStateException(why);
        } finally {
            Thread.interrupted();
        }
    }

    public static int lambda(int number) {
        IntSupplier twice = () -> number * 2;
        return twice.getAsInt();
    }

    public static int depth(int number) {
        return number == 0 ? 0 : 1 + depth(number - 1);
    }

    public static String word(int number) {
        String word;
        switch (number) {
            case 1:
                word = "one";
                break;
            case 2:
                word = "two";
                break;
            default:
                return "many";
        }
        return word;
    }

    public abstract void unmade();

    @Override
    public int compareTo(TimedShop other) {
        return Integer.compare(stock, other.stock);
    }

    /** One that can be made. */
    public static final class Corner extends TimedShop {
        public Corner() {
            super(3);
        }

        @Override
        public void unmade() {}
    }
}
