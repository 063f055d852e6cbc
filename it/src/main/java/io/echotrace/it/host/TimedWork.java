package io.echotrace.it.host;

import javax.servlet.Servlet;

/** The methods of a host that are timed. */
final class TimedWork {
    private static final String NOT_THIS_TIME = "not this time";

    @SuppressWarnings("UnusedVariable") // to be added to is all that it is for
    private long sum;

    /** Next to nothing, so that a great many calls are quickly made. */
    void count(long number) {
        sum += number;
    }

    /** Throws when it is told to. */
    void mayThrow(boolean thrown) {
        if (thrown) {
            refuse();
        }
    }

    /** Calls itself so many times. */
    void descend(int deeper) {
        if (deeper > 0) {
            descend(deeper - 1);
        }
    }

    /** Calls itself so many times; the innermost call throws, and no other one catches it. */
    void fall(int deeper) {
        if (deeper > 0) {
            fall(deeper - 1);
        } else {
            refuse();
        }
    }

    private static void refuse() {
        throw new IllegalStateException(NOT_THIS_TIME);
    }

    /** Lasts so long, computing. */
    static void last(long nanos) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < nanos) {}
    }

    /** A servlet that passes each request on to another one, as containers do: one request is two calls. */
    static final class Passing implements Servlet {
        private final Servlet next;

        Passing(Servlet next) {
            this.next = next;
        }

        @Override
        public void service(Object request, Object response) {
            next.service(request, response);
        }
    }

    /** A servlet that needs no time. */
    static final class Quick implements Servlet {
        private final TimedWork work;

        Quick(TimedWork work) {
            this.work = work;
        }

        @Override
        public void service(Object request, Object response) {
            work.count(1);
        }
    }

    /** A servlet that waits for a moment, as for a data base. */
    static final class Waiting implements Servlet {
        private static final long MOMENT_MILLIS = 2;

        @Override
        public void service(Object request, Object response) {
            try {
                Thread.sleep(MOMENT_MILLIS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
