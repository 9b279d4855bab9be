package dev.easel.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// JDBC in the four forms that the history needs. Holds no state of its own.
record SqliteSession(Connection connection) {
    /// Makes a value of the row that the result set stands on.
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// Runs a script of any number of statements.
    void script(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /// @return the number of rows changed
    int update(String sql, @Nullable Object... args) throws SQLException {
        try (PreparedStatement statement = prepare(sql, args)) {
            return statement.executeUpdate();
        }
    }

    <T> List<T> list(String sql, Row<T> row, @Nullable Object... args) throws SQLException {
        try (PreparedStatement statement = prepare(sql, args);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(row.read(rows));
            }
            return all;
        }
    }

    /// @return the first row, empty when there is none
    <T> Optional<T> first(String sql, Row<T> row, @Nullable Object... args) throws SQLException {
        return list(sql, row, args).stream().findFirst();
    }

    /// A query whose single row always exists.
    long number(String sql, @Nullable Object... args) throws SQLException {
        return first(sql, r -> r.getLong(1), args).orElseThrow();
    }

    private PreparedStatement prepare(String sql, @Nullable Object... args) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < args.length; i++) {
            statement.setObject(i + 1, args[i]);
        }
        return statement;
    }
}
