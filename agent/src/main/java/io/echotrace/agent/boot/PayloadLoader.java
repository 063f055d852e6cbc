package io.echotrace.agent.boot;

import java.io.Closeable;
import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.AllPermission;
import java.security.CodeSource;
import java.security.PermissionCollection;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads EchoTrace and its libraries from one folder of its jar, so that neither they nor the host's classes see each
 * other. Classes of the JDK come from the parent; everything else comes from the jar first. What it has loaded closes it
 * when it is done, and goes with the next collection of garbage. Thread-safe.
 */
final class PayloadLoader extends ClassLoader implements Closeable {
    private static final String FOLDER = "echotrace/";
    private static final String CLASS = ".class";

    static {
        registerAsParallelCapable();
    }

    private final ZipFile jar;
    private final ProtectionDomain domain;

    /** Opens the jar that this class was loaded from. */
    PayloadLoader() throws IOException, URISyntaxException {
        super(platformLoader());
        CodeSource source = PayloadLoader.class.getProtectionDomain().getCodeSource();
        jar = new ZipFile(new File(source.getLocation().toURI()));
        PermissionCollection permissions = new AllPermission().newPermissionCollection();
        permissions.add(new AllPermission()); // what a host's security manager allows is the host's matter, not ours
        domain = new ProtectionDomain(source, permissions);
    }

    /** The topmost loader that is written in Java: the platform's, which Java 8 calls that of the extensions. */
    private static ClassLoader platformLoader() {
        ClassLoader loader = ClassLoader.getSystemClassLoader();
        while (loader.getParent() != null) {
            loader = loader.getParent();
        }
        return loader;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("java.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            ZipEntry entry = entry(name.replace('.', '/') + CLASS);
            return entry == null ? super.loadClass(name, resolve) : define(name, entry);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own != null ? own : super.getResource(name);
    }

    /** Reads from the jar as it is open here: a URL would open it again. */
    @Override
    public @Nullable InputStream getResourceAsStream(String name) {
        ZipEntry entry = entry(name);
        try {
            return entry == null ? super.getResourceAsStream(name) : jar.getInputStream(entry);
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    protected @Nullable URL findResource(String name) {
        if (entry(name) == null) {
            return null;
        }
        try {
            return new URL("jar:" + domain.getCodeSource().getLocation() + "!/" + path(name));
        } catch (MalformedURLException e) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL own = findResource(name);
        return own == null ? Collections.emptyEnumeration() : Collections.enumeration(Collections.singleton(own));
    }

    /** Closes the jar and lets the agent go: nothing more can be loaded, and the next load of the agent has a new loader. */
    @Override
    public void close() throws IOException {
        jar.close();
        AgentEntry.forget(this);
    }

    private @Nullable ZipEntry entry(String name) {
        try {
            return jar.getEntry(path(name));
        } catch (IllegalStateException closed) {
            return null;
        }
    }

    /** Where it stands in the jar; class files have an ending that class path scanners do not look for. */
    private static String path(String name) {
        return FOLDER + (name.endsWith(CLASS) ? name + "data" : name);
    }

    private Class<?> define(String name, ZipEntry entry) throws ClassNotFoundException {
        try {
            byte[] code = read(entry);
            definePackage(name.substring(0, name.lastIndexOf('.')));
            return defineClass(name, code, 0, code.length, domain);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    /** Java 8 does not define packages by itself, and libraries ask classes for theirs. */
    private void definePackage(String name) {
        if (getPackage(name) == null) {
            try {
                definePackage(name, null, null, null, null, null, null, null);
            } catch (IllegalArgumentException e) {
                // another thread was faster
            }
        }
    }

    private byte[] read(ZipEntry entry) throws IOException {
        byte[] bytes = new byte[(int) entry.getSize()];
        try (DataInputStream in = new DataInputStream(jar.getInputStream(entry))) {
            in.readFully(bytes);
        }
        return bytes;
    }
}
