package io.echotrace.agent.pattern;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.concurrent.Callable;

/** Classes that patterns mean, or do not. */
final class Fixtures {
    private Fixtures() {}

    @Retention(RetentionPolicy.RUNTIME)
    @interface Timed {}

    @Retention(RetentionPolicy.CLASS)
    @interface Invisible {}

    interface Handler {
        void handle();

        default void handle(int times) {
            handle();
        }
    }

    interface SpecialHandlers extends Handler {}

    static class DirectHandler implements Handler {
        @Override
        public void handle() {}
    }

    static final class IndirectHandler extends DirectHandler {
        @Override
        public void handle() {}
    }

    static final class SpecialHandler implements SpecialHandlers {
        @Override
        public void handle() {}
    }

    static class Shop {
        void checkout() {}

        int checkout(int price) {
            return price;
        }

        void browse() {}
    }

    static final class Task implements Runnable {
        @Override
        public void run() {}
    }

    /** A constructor, a static initializer, a bridge, a lambda's body, an abstract and a native method, and one to time. */
    abstract static class Odd implements Callable<String> {
        static Runnable nothing = () -> {};

        abstract void none();

        native void elsewhere();

        @Override
        public String call() {
            return "";
        }
    }

    static final class Annotated {
        @Timed
        void timed() {}

        @Invisible
        void invisible() {}

        void neither() {}
    }

    @Timed
    static final class AnnotatedClass {
        void one() {}

        void two() {}
    }
}
