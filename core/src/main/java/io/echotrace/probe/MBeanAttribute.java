package io.echotrace.probe;

import java.util.ArrayList;
import java.util.List;
import javax.management.AttributeNotFoundException;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.JMRuntimeException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import org.jspecify.annotations.Nullable;

/**
 * Finds an MBean in the MBean servers that the host has made, none of which is made here, and reads one of its attributes
 * as a number. One thread's own, for the MBean is the host's code and may take its time.
 */
final class MBeanAttribute {
    private final MBeanMetric wanted;
    private @Nullable MBeanServer server;
    private @Nullable ObjectName name;
    /** Whether what follows the attribute's dot is an item of composite data, as far as that is known. */
    private boolean itemized;

    MBeanAttribute(MBeanMetric wanted) {
        this.wanted = wanted;
    }

    /**
     * The value now. An MBean that is gone is looked for again at the next call.
     *
     * @throws UnavailableException with the reason why there is none
     */
    double value() {
        MBeanServer found = server;
        ObjectName bean = name;
        if (found == null || bean == null) {
            find();
            return value();
        }
        try {
            return number(read(found, bean));
        } catch (InstanceNotFoundException e) {
            forget();
            throw new UnavailableException("no such MBean any more");
        } catch (JMException | JMRuntimeException e) {
            throw new UnavailableException(ProbeSet.reason(e.getCause() == null ? e : e.getCause()));
        }
    }

    /** Looks for the MBean again at the next call: another may match its pattern by then. */
    void forget() {
        server = null;
        name = null;
    }

    private void find() {
        List<MBeanServer> servers = MBeanServerFactory.findMBeanServer(null);
        List<ObjectName> matches = new ArrayList<>();
        for (MBeanServer each : servers) {
            for (ObjectName match : each.queryNames(wanted.objectName(), null)) {
                matches.add(match);
                server = each;
                name = match;
            }
        }
        if (matches.size() != 1) {
            forget();
            throw new UnavailableException(servers.isEmpty() ? "this JVM has no MBean server yet" : notOne(matches));
        }
        itemized = false;
    }

    private static String notOne(List<ObjectName> matches) {
        if (matches.isEmpty()) {
            return "no such MBean";
        }
        String others = matches.size() > 2 ? " and others" : "";
        return matches.size() + " MBeans match: " + matches.get(0) + ", " + matches.get(1) + others;
    }

    /** A dot may be a letter of the attribute's name; only where there is no such attribute it divides. */
    private @Nullable Object read(MBeanServer from, ObjectName bean) throws JMException {
        String attribute = wanted.attribute();
        int dot = attribute.indexOf('.');
        if (!itemized) {
            try {
                return from.getAttribute(bean, attribute);
            } catch (AttributeNotFoundException e) {
                itemized = dot > 0;
            }
        }
        if (!itemized) {
            throw new UnavailableException("the MBean has no attribute " + attribute);
        }
        return item(from, bean, attribute.substring(0, dot), attribute.substring(dot + 1));
    }

    private static @Nullable Object item(MBeanServer from, ObjectName bean, String attribute, String key)
            throws JMException {
        Object data;
        try {
            data = from.getAttribute(bean, attribute);
        } catch (AttributeNotFoundException e) {
            throw new UnavailableException("the MBean has no attribute " + attribute);
        }
        if (!(data instanceof CompositeData) || !((CompositeData) data).containsKey(key)) {
            throw new UnavailableException("the attribute " + attribute + " has no item " + key);
        }
        return ((CompositeData) data).get(key);
    }

    private static double number(@Nullable Object value) {
        if (value instanceof Number) {
            return ((Number) value).doubleValue();
        }
        throw new UnavailableException(
                value == null ? "it is null" : "it is a " + value.getClass().getName() + ", not a number");
    }
}
