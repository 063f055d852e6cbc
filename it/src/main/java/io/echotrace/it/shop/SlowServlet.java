package io.echotrace.it.shop;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Waits, without computing, as many milliseconds as it is asked to. */
@WebServlet("/slow")
public final class SlowServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            Thread.sleep(Long.parseLong(request.getParameter("millis")));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        response.getWriter().println("done");
    }
}
