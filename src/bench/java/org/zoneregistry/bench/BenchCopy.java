package org.zoneregistry.bench;

import java.io.Reader;
import java.io.Writer;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;

/**
 * PostgreSQL's COPY, by reflection: the compiler would warn about annotations of the driver's classes that are not on
 * the class path.
 */
final class BenchCopy {

    private final Object api;

    BenchCopy(Connection connection) throws Exception {
        Class<?> type = Class.forName("org.postgresql.PGConnection");
        api = type.getMethod("getCopyAPI").invoke(connection.unwrap(type));
    }

    void out(String sql, Path file) throws Exception {
        Method copy = api.getClass().getMethod("copyOut", String.class, Writer.class);
        try (var writer = Files.newBufferedWriter(file)) {
            copy.invoke(api, sql, writer);
        }
    }

    void in(String sql, Path file) throws Exception {
        Method copy = api.getClass().getMethod("copyIn", String.class, Reader.class);
        try (var reader = Files.newBufferedReader(file)) {
            copy.invoke(api, sql, reader);
        }
    }
}
