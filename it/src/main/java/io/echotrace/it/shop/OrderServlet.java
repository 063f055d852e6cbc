package io.echotrace.it.shop;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Sells two lots of an article: four statements, one of each kind, and a page that says what is left. */
@WebServlet("/order")
public final class OrderServlet extends HttpServlet {
    /** How many statements an order executes; a batch is one. */
    public static final int STATEMENTS = 4;

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        int article = Integer.parseInt(request.getParameter("article"));
        try (Connection connection = Shop.database(getServletContext()).getConnection()) {
            takeFromStock(connection, article);
            sell(connection, article);
            response.setContentType("text/plain");
            response.getWriter().println("left: " + stock(connection, article));
            response.getWriter().println("articles: " + articles(connection));
        } catch (SQLException e) {
            throw new ServletException(e);
        }
    }

    private static void takeFromStock(Connection connection, int article) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update article set stock = stock - 3 where id = ?")) {
            update.setInt(1, article);
            update.executeUpdate();
        }
    }

    private static void sell(Connection connection, int article) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into sale values (?, ?)")) {
            for (int pieces = 1; pieces <= 2; pieces++) {
                insert.setInt(1, article);
                insert.setInt(2, pieces);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static int stock(Connection connection, int article) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select stock from article where id = ?")) {
            query.setInt(1, article);
            try (ResultSet result = query.executeQuery()) {
                result.next();
                return result.getInt(1);
            }
        }
    }

    private static int articles(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet result = query.executeQuery("select count(*) from article")) {
            result.next();
            return result.getInt(1);
        }
    }
}
