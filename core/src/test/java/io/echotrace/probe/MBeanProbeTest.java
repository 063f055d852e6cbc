package io.echotrace.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.echotrace.metric.Metric;
import io.echotrace.metric.MetricSet;
import io.echotrace.metric.Unit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("lives in real time")
class MBeanProbeTest {
    /** A queue of a program. */
    public interface QueueMBean {
        int getLength();

        String getName();

        int getBroken();

        int getHanging() throws InterruptedException;
    }

    /** The queue. */
    public static final class Queue implements QueueMBean {
        private final CountDownLatch release = new CountDownLatch(1);

        @Override
        public int getLength() {
            return 7;
        }

        @Override
        public String getName() {
            return "seven";
        }

        @Override
        public int getBroken() {
            throw new IllegalStateException("out of order");
        }

        @Override
        public int getHanging() throws InterruptedException {
            release.await();
            return 1;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final MBeanServer server = MBeanServerFactory.createMBeanServer("echotrace.test");
    private final Queue queue = new Queue();
    private MBeanProbe probe = new MBeanProbe(MBeanMetric.parse("a:b=c/d"), 20_000_000L);
    private Metric metric = new Metric("none", Unit.UNKNOWN, "");
    private Readings readings = new Readings(new MetricSet(List.of(metric)));

    @BeforeEach
    void registerQueue() throws Exception {
        server.registerMBean(queue, new ObjectName("echotrace.test:type=Queue,name=\"a b\""));
    }

    @AfterEach
    void release() {
        queue.release.countDown();
        probe.close();
        MBeanServerFactory.releaseMBeanServer(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name=\"a b\"", "name=*", "*"})
    void attribute_isRead(String keys) {
        start("echotrace.test:type=Queue," + keys + "/Length");
        awaitValue(7);
    }

    @Test
    void itemOfCompositeData_isRead() throws Exception {
        server.registerMBean(
                java.lang.management.ManagementFactory.getMemoryMXBean(), new ObjectName("echotrace.test:type=Memory"));
        start("echotrace.test:type=Memory/HeapMemoryUsage.used");
        await().atMost(PATIENCE).until(() -> read(0) > 100_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echotrace.test:type=None/Length|no such MBean",
                "echotrace.test:type=Queue,*/None|has no attribute None",
                "echotrace.test:type=Queue,*/Length.used|has no item used",
                "echotrace.test:type=Queue,*/Name|not a number",
                "echotrace.test:type=Queue,*/Broken|out of order",
                "*:*/Length|MBeans match",
            })
    void whatCannotBeRead_isNaN_withTheReason(String beanAndReason) {
        int bar = beanAndReason.indexOf('|');
        start(beanAndReason.substring(0, bar));
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(read(0)).isNaN();
            assertThat(readings.reason(metric)).contains(beanAndReason.substring(bar + 1));
        });
    }

    @Test
    void beanThatComesLater_andGoes_isNoticed() throws Exception {
        ObjectName name = new ObjectName("echotrace.test:type=Late");
        start("echotrace.test:type=Late/Length");
        await().atMost(PATIENCE).untilAsserted(() -> {
            read(0);
            assertThat(readings.reason(metric)).isEqualTo("no such MBean");
        });
        server.registerMBean(queue, name);
        awaitValue(7);
        server.unregisterMBean(name);
        await().atMost(PATIENCE).until(() -> Double.isNaN(read(0)));
    }

    @Test
    void beanThatHangs_holdsNobodyUp_andHasNoValue() {
        start("echotrace.test:type=Queue,*/Hanging");
        AtomicLong now = new AtomicLong();
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(read(now.addAndGet(2_000_000_000L))).isNaN();
            assertThat(readings.reason(metric)).isEqualTo("the MBean does not answer");
        });
        queue.release.countDown();
        awaitValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:b=c", "a:b=c/", "/d", "a/d", "a:b/d", "a:b=c\n/d", "a:b=c,b=d/e"})
    void textThatNamesNoAttribute_isRefused(String text) {
        start("a:b=c/d");
        assertThatThrownBy(() -> MBeanMetric.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private void start(String text) {
        MBeanMetric wanted = MBeanMetric.parse(text);
        metric = wanted.metric();
        assertThat(metric.name()).isEqualTo(text);
        readings = new Readings(new MetricSet(List.of(metric)));
        probe = new MBeanProbe(wanted, 20_000_000L);
        Thread reader = new Thread(probe, "reader");
        reader.setDaemon(true);
        reader.start();
    }

    private double read(long atNanos) {
        probe.read(atNanos, readings);
        return readings.snapshot(atNanos).value(metric);
    }

    private void awaitValue(double expected) {
        await().atMost(PATIENCE).until(() -> read(0) == expected);
    }
}
