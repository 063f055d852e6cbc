package io.echotrace.agent.attach;

import io.echotrace.agent.attach.AttachApi.Connection;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A JVM that can be asked and told. Every question is bounded: a JVM that hangs is reported after some seconds. */
public final class RemoteJvm implements AutoCloseable {
    /** The attach API itself waits 10.5 seconds for a JVM to begin listening. */
    private static final Patience CONNECTING = new Patience(TimeUnit.SECONDS.toMillis(11));

    private static final Patience ASKING = new Patience(TimeUnit.SECONDS.toMillis(10));
    private static final long ANSWER_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long POLL_MILLIS = 50;

    private final Jvm jvm;
    private final Connection connection;

    private RemoteJvm(Jvm jvm, Connection connection) {
        this.jvm = jvm;
        this.connection = connection;
    }

    /**
     * Connects, which leaves no trace in the JVM but one more thread of its own, "Attach Listener".
     *
     * @throws AttachException if it cannot be attached to
     */
    public static RemoteJvm connect(Jvm jvm) throws AttachException {
        if (jvm.obstacle() != null) {
            throw new AttachException(jvm + " " + jvm.obstacle());
        }
        AttachApi api = AttachApi.find();
        return new RemoteJvm(jvm, bounded(jvm, CONNECTING, () -> api.connect(jvm.pid())));
    }

    /** What the agent in the JVM says of itself; also absent if the JVM cannot be asked. JVMs without agent are not bothered. */
    public static AgentState stateOf(Jvm jvm) {
        if (jvm.mayHaveAgent() && jvm.obstacle() == null) {
            try (RemoteJvm remote = connect(jvm)) {
                return remote.state();
            } catch (AttachException e) {
                // says nothing of itself
            }
        }
        return AgentState.ABSENT;
    }

    /** What the agent says of itself. Loads nothing. */
    public AgentState state() throws AttachException {
        return new AgentState(bounded(jvm, ASKING, connection::agentProperties));
    }

    /** The version of the JVM's Java, as it says itself. */
    public String javaVersion() throws AttachException {
        return bounded(jvm, ASKING, connection::systemProperties).getProperty("java.version", "");
    }

    /**
     * Loads the jar with the message and waits for the agent's answer. What the load itself reports is not believed: between
     * versions of Java it may report failure although the agent got the message, and success although it did not.
     *
     * @param jar the agent's jar, as the JVM sees it; null for the one that runs this
     */
    public Reply tell(Message message, @Nullable String jar) throws AttachException {
        JarThere there = JarThere.of(jvm, jar);
        ReportedFailureException refusal = null;
        try {
            ASKING.await(() -> {
                connection.load(there.path(), message.text());
                return true;
            });
        } catch (ReportedFailureException e) {
            refusal = e;
        } catch (TimeoutException e) {
            throw new AttachException(Refusal.noAnswer(jvm));
        }
        if (refusal != null && Refusal.isFinal(refusal)) {
            throw new AttachException(Refusal.explain(jvm, refusal));
        }
        Reply reply = awaitAnswer(message.id());
        if (reply == null) {
            throw new AttachException(refusal == null ? Refusal.silent(jvm) : Refusal.explain(jvm, refusal));
        }
        return reply;
    }

    @Override
    public void close() {
        connection.close();
    }

    /** @throws AttachException if the last time that it was asked the JVM could not say */
    private @Nullable Reply awaitAnswer(String id) throws AttachException {
        long start = System.nanoTime();
        AttachException unread;
        do {
            unread = null;
            try {
                Reply reply = state().answer(id);
                if (reply != null) {
                    return reply;
                }
            } catch (AttachException e) { // a JVM may fail to list its properties while one of them is being removed
                unread = e;
            }
            try {
                Thread.sleep(POLL_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        } while (System.nanoTime() - start < ANSWER_NANOS && !Refusal.hasEnded(jvm));
        if (unread != null) {
            throw unread;
        }
        return null;
    }

    private static <T> T bounded(Jvm jvm, Patience patience, Callable<T> question) throws AttachException {
        try {
            return patience.await(question);
        } catch (ReportedFailureException e) {
            throw new AttachException(Refusal.explain(jvm, e));
        } catch (TimeoutException e) {
            throw new AttachException(Refusal.noAnswer(jvm));
        }
    }
}
