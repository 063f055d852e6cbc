package io.echotrace.it.host;

import java.security.Permission;

/** Sets a security manager that forbids its own code to read files, and goes on for a while. */
public final class OwnSecurityManager {
    private OwnSecurityManager() {}

    @SuppressWarnings("removal") // what it tests exists on the older JDKs only
    public static void main(String[] arguments) throws InterruptedException {
        System.setSecurityManager(new SecurityManager());
        try {
            Watched.since(arguments[0]);
            System.out.println("may read files");
        } catch (SecurityException e) {
            System.out.println("may not read files");
        }
        Permission permission = new RuntimePermission("anything");
        try {
            System.getSecurityManager().checkPermission(permission);
        } catch (SecurityException e) {
            System.out.println("is secured");
        }
        Thread.sleep(3_000);
    }
}
