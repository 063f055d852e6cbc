package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Metrics;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import java.util.List;

/** Memory of direct and mapped byte buffers, outside the heap. */
final class BufferProbe implements Probe {
    private final List<BufferPoolMXBean> pools = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class);

    @Override
    public List<Metric> metrics() {
        return Collections.singletonList(Metrics.BUFFER_MEMORY);
    }

    @Override
    public void read(long nowNanos, Readings into) {
        long used = 0;
        for (int i = 0; i < pools.size(); i++) {
            used += Math.max(0, pools.get(i).getMemoryUsed());
        }
        into.value(Metrics.BUFFER_MEMORY, (double) used);
    }
}
