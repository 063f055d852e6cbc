package io.echotrace.it.shop;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers on a thread of its own, after its method has returned: what asynchronous servlets do. */
@WebServlet(urlPatterns = "/later", asyncSupported = true)
public final class LaterServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        AsyncContext answer = request.startAsync();
        answer.start(() -> {
            try {
                answer.getResponse().getWriter().println("at last");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            answer.complete();
        });
    }
}
