package javax.servlet;

/** Stands in for the servlet API's interface of that name, so that {@code @http} finds what serves requests here. */
public interface Servlet {
    void service(Object request, Object response);
}
