package io.echotrace.probe;

import io.echotrace.metric.Metric;
import io.echotrace.metric.Unit;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;

/**
 * A metric of the user's own: a numeric attribute of an MBean, written {@code OBJECTNAME/ATTRIBUTE}, for example {@code
 * java.lang:type=Memory/HeapMemoryUsage.used}, where the part behind the dot is an item of composite data. The metric's
 * name is that text. Immutable.
 */
public final class MBeanMetric {
    private final Metric metric;
    private final ObjectName objectName;
    private final String attribute;

    private MBeanMetric(String text, ObjectName objectName, String attribute) {
        this.metric = new Metric(text, Unit.UNKNOWN, attribute + " of " + objectName);
        this.objectName = objectName;
        this.attribute = attribute;
    }

    /**
     * Reads the text. The attribute follows the last slash. An object name with {@code *} or {@code ?} is a pattern, which
     * has a value while exactly one MBean matches it.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public static MBeanMetric parse(String text) {
        int slash = text.lastIndexOf('/');
        if (slash <= 0 || slash == text.length() - 1) {
            throw new IllegalArgumentException("'" + text + "' is not OBJECTNAME/ATTRIBUTE");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("'" + text + "' is not on one line");
        }
        try {
            return new MBeanMetric(text, new ObjectName(text.substring(0, slash)), text.substring(slash + 1));
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException("'" + text + "': " + e.getMessage(), e);
        }
    }

    /** The metric, without a known unit. */
    public Metric metric() {
        return metric;
    }

    ObjectName objectName() {
        return objectName;
    }

    String attribute() {
        return attribute;
    }

    @Override
    public String toString() {
        return metric.name();
    }
}
