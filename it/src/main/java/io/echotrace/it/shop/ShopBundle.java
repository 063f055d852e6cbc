package io.echotrace.it.shop;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContextListener;
import java.util.Dictionary;
import java.util.Hashtable;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** The shop in an OSGi framework: its servlets as services of the HTTP whiteboard, which takes them back by itself. */
@SuppressWarnings("JdkObsolete") // OSGi takes properties as dictionaries, of which the JDK has just this one
public final class ShopBundle implements BundleActivator {
    private static final String WHITEBOARD = "osgi.http.whiteboard.";

    @Override
    public void start(BundleContext bundle) {
        Dictionary<String, Object> asListener = new Hashtable<>();
        asListener.put(WHITEBOARD + "listener", "true");
        bundle.registerService(ServletContextListener.class, new Shop(), asListener);
        register(bundle, "/order", new OrderServlet());
        register(bundle, "/forward", new ForwardingServlet());
        register(bundle, "/slow", new SlowServlet());
        register(bundle, "/fail", new FailingServlet());
    }

    @Override
    public void stop(BundleContext bundle) {
        // the framework withdraws the services
    }

    private static void register(BundleContext bundle, String path, Servlet servlet) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put(WHITEBOARD + "servlet.pattern", path);
        bundle.registerService(Servlet.class, servlet, properties);
    }
}
