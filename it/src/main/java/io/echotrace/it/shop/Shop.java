package io.echotrace.it.shop;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Opens the shop with a pool of connections to its database, and closes it. */
@WebListener
public final class Shop implements ServletContextListener {
    /** How many statements opening executes. */
    public static final int STATEMENTS_TO_OPEN = 3;

    static final int ARTICLES = 100;
    private static final int CONNECTIONS = 4;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        HikariDataSource pool = new HikariDataSource();
        JdbcDataSource database = new JdbcDataSource(); // not by name: in OSGi the pool would not find it
        database.setURL("jdbc:h2:mem:shop;DB_CLOSE_DELAY=-1");
        pool.setDataSource(database);
        pool.setMaximumPoolSize(CONNECTIONS);
        event.getServletContext().setAttribute(Shop.class.getName(), pool);
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table article (id int primary key, stock int not null)");
            statement.execute("create table sale (article int not null, pieces int not null)");
            statement.executeUpdate("insert into article select x, 1000000 from system_range(1, " + ARTICLES + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        ((HikariDataSource) database(event.getServletContext())).close();
    }

    static DataSource database(ServletContext context) {
        return (DataSource) context.getAttribute(Shop.class.getName());
    }
}
