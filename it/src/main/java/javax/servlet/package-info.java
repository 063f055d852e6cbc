/** As much of the servlet API as the hosts of the tests need, which depend on the JDK alone. */
package javax.servlet;
