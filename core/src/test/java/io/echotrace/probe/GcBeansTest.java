package io.echotrace.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("lives in real time")
class GcBeansTest {
    @Test
    void g1_countsBothGenerations_notTheConcurrentCycle() {
        GcBeans gc = beans("G1 Young Generation", "G1 Concurrent GC", "G1 Old Generation");
        assertThat(names(gc.pauses())).containsExactly("G1 Young Generation", "G1 Old Generation");
        assertThat(names(gc.collections())).containsExactly("G1 Young Generation", "G1 Old Generation");
    }

    @Test
    void generationalZgc_countsCycles_andTimesPauses() {
        GcBeans gc = beans("ZGC Minor Cycles", "ZGC Minor Pauses", "ZGC Major Cycles", "ZGC Major Pauses");
        assertThat(names(gc.pauses())).containsExactly("ZGC Minor Pauses", "ZGC Major Pauses");
        assertThat(names(gc.collections())).containsExactly("ZGC Minor Cycles", "ZGC Major Cycles");
    }

    @Test
    void shenandoah_countsCycles_andTimesPauses() {
        GcBeans gc = beans("Shenandoah Pauses", "Shenandoah Cycles");
        assertThat(names(gc.pauses())).containsExactly("Shenandoah Pauses");
        assertThat(names(gc.collections())).containsExactly("Shenandoah Cycles");
    }

    @Test
    void zgcOfJdk11_hasNoPauses() {
        assertThat(beans("ZGC").pauses()).isEmpty();
    }

    @Test
    void concurrentMarkSweep_countsAsACollection_notAsAPause() {
        GcBeans gc = beans("ParNew", "ConcurrentMarkSweep");
        assertThat(names(gc.pauses())).containsExactly("ParNew");
        assertThat(names(gc.collections())).containsExactly("ParNew", "ConcurrentMarkSweep");
    }

    private static List<String> names(List<GarbageCollectorMXBean> beans) {
        return beans.stream().map(GarbageCollectorMXBean::getName).toList();
    }

    private static GcBeans beans(String... names) {
        return new GcBeans(Stream.of(names).map(GcBeansTest::bean).toList());
    }

    private static GarbageCollectorMXBean bean(String name) {
        return (GarbageCollectorMXBean) Proxy.newProxyInstance(
                GcBeansTest.class.getClassLoader(),
                new Class<?>[] {GarbageCollectorMXBean.class},
                (proxy, method, arguments) -> method.getName().equals("getName") ? name : null);
    }
}
