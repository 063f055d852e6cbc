package io.echotrace.probe;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.GcInfo;
import io.echotrace.metric.Metric;
import io.echotrace.metric.Occurrence;
import io.echotrace.metric.Occurrence.Kind;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.RuntimeMXBean;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/**
 * Stops from the notifications of the garbage collectors, for a JVM without readable safepoint counters: collections
 * only, in whole milliseconds, learned of up to 300 ms late. Their text is the cause alone, without time to safepoint.
 *
 * <p>The listener, on a thread of the JVM, only puts the notification aside. Their times count from the start of the JVM;
 * the smallest difference between the run's time and the JVM's uptime seen so far turns them into the run's.
 */
final class GcNotifications implements Probe, NotificationListener {
    private static final int MOST = 256;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Queue<Notification> received = new ArrayBlockingQueue<>(MOST);
    private final RuntimeMXBean runtime = ManagementFactory.getRuntimeMXBean();
    private final List<GarbageCollectorMXBean> pauses;
    private boolean listening;
    private long startOfJvm = Long.MAX_VALUE;

    GcNotifications(GcBeans gc) {
        pauses = gc.pauses();
    }

    @Override
    public List<Metric> metrics() {
        return Collections.emptyList();
    }

    @Override
    public void read(long nowNanos, Readings into) {
        if (!listening) {
            listen();
        }
        startOfJvm = Math.min(startOfJvm, nowNanos - runtime.getUptime() * NANOS_PER_MILLI);
        for (Notification next = received.poll(); next != null; next = received.poll()) {
            GarbageCollectionNotificationInfo collection =
                    GarbageCollectionNotificationInfo.from((CompositeData) next.getUserData());
            GcInfo info = collection.getGcInfo();
            long start = startOfJvm + info.getStartTime() * NANOS_PER_MILLI;
            into.occurrence(
                    new Occurrence(Kind.STOP, start, info.getDuration() * NANOS_PER_MILLI, collection.getGcCause()));
        }
    }

    @Override
    @SuppressWarnings("EmptyCatch")
    public void close() {
        for (GarbageCollectorMXBean bean : pauses) {
            try {
                ((NotificationEmitter) bean).removeNotificationListener(this);
            } catch (ListenerNotFoundException ignored) { // closed before the first reading, or twice
            }
        }
    }

    @Override
    public void handleNotification(Notification notification, @Nullable Object handback) {
        received.offer(notification);
    }

    private void listen() {
        listening = true;
        for (GarbageCollectorMXBean bean : pauses) {
            ((NotificationEmitter) bean)
                    .addNotificationListener(
                            this,
                            notification -> notification
                                    .getType()
                                    .equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION),
                            null);
        }
    }
}
