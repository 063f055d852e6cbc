package io.echotrace.probe;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.management.GarbageCollectorMXBean;
import java.util.List;

/**
 * The same counters through the JVM's internal management bean, in whole milliseconds: for a JVM whose performance data
 * buffer cannot be read in place. Method handles, because a reflective call would box each number.
 */
final class HotspotCounters implements SafepointCounters {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final byte[] CAUSE = StopRing.ascii("GC");
    private static final MethodType LONG = MethodType.methodType(long.class);

    private final MethodHandle count;
    private final MethodHandle time;
    private final MethodHandle sync;
    private final boolean timeHasSync;
    private final GarbageCollectorMXBean[] pauses;

    private HotspotCounters(Object bean, Class<?> type, int javaVersion, List<GarbageCollectorMXBean> pauses)
            throws ReflectiveOperationException {
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        count = lookup.unreflect(type.getMethod("getSafepointCount"))
                .bindTo(bean)
                .asType(LONG);
        time = lookup.unreflect(type.getMethod("getTotalSafepointTime"))
                .bindTo(bean)
                .asType(LONG);
        sync = lookup.unreflect(type.getMethod("getSafepointSyncTime"))
                .bindTo(bean)
                .asType(LONG);
        timeHasSync = javaVersion < 13;
        this.pauses = pauses.toArray(new GarbageCollectorMXBean[0]);
    }

    /** @throws UnavailableException if the bean is not accessible, or empty */
    static HotspotCounters open(int javaVersion, List<GarbageCollectorMXBean> pauses) {
        try {
            Class<?> factory = Class.forName("sun.management.ManagementFactoryHelper");
            Object bean = factory.getMethod("getHotspotRuntimeMBean").invoke(null);
            Class<?> type = Class.forName("sun.management.HotspotRuntimeMBean");
            HotspotCounters counters = new HotspotCounters(bean, type, javaVersion, pauses);
            if (counters.count() < 0) {
                throw new UnavailableException("the JVM was started with -XX:-UsePerfData");
            }
            return counters;
        } catch (ReflectiveOperationException e) {
            throw new UnavailableException("no access to sun.management.HotspotRuntimeMBean");
        }
    }

    @Override
    public long count() {
        return call(count);
    }

    @Override
    public long ended() {
        return call(time);
    }

    @Override
    public long stoppedNanos() {
        long millis = call(time);
        return (timeHasSync ? millis : millis + call(sync)) * NANOS_PER_MILLI;
    }

    @Override
    public long syncNanos() {
        return call(sync) * NANOS_PER_MILLI;
    }

    @Override
    public long collections() {
        long sum = 0;
        for (GarbageCollectorMXBean bean : pauses) {
            sum += bean.getCollectionCount();
        }
        return sum;
    }

    @Override
    public boolean isPrecise() {
        return false;
    }

    @Override
    public int copyCause(byte[] into, int offset) {
        System.arraycopy(CAUSE, 0, into, offset, CAUSE.length);
        return CAUSE.length;
    }

    private static long call(MethodHandle getter) {
        try {
            return (long) getter.invokeExact();
        } catch (Throwable e) { // a getter of the JVM's own declares none
            throw new IllegalStateException(e);
        }
    }
}
