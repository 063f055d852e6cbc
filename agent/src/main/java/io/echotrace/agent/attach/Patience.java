package io.echotrace.agent.attach;

import io.echotrace.output.DaemonThread;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a JVM that may never answer, on a thread of its own, and gives up after a while. */
final class Patience {
    private final long millis;

    Patience(long millis) {
        this.millis = millis;
    }

    /**
     * The answer. When the time is over the thread is left behind: nothing interrupts a read from a socket of the attach API.
     *
     * @throws TimeoutException if there is none in time
     */
    <T> T await(Callable<T> question) throws ReportedFailureException, TimeoutException {
        FutureTask<T> task = new FutureTask<>(question);
        new DaemonThread("attach", task).start();
        try {
            return task.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw cause instanceof ReportedFailureException
                    ? (ReportedFailureException) cause
                    : new ReportedFailureException(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ReportedFailureException(e);
        }
    }
}
