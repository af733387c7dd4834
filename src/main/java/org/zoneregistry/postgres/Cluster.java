package org.zoneregistry.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zoneregistry.process.DurableFile;

/** The content of PostgreSQL's own data directory: how it is created, its version and its settings. */
final class Cluster {
    /** The database of the registry. */
    static final String NAME = "registry";

    /** Owns the database and migrates it. */
    static final String OWNER = "registry";

    /** The role of the application. It may append to the log, and can't change events (afterMigrate__roles.sql). */
    static final String APPLICATION = "registry_app";

    static final String SUPERUSER = "postgres";

    private Cluster() {}

    /**
     * Creates the cluster if it does not exist. It is created in another place and moved when it is complete, so an
     * interrupted initialisation starts again from the beginning.
     *
     * @throws PostgresUnavailableException for a cluster of another major version, or if initdb fails
     */
    static void initialise(DataDirectory data, Programs programs) throws IOException {
        String owner = data.password(OWNER);
        String application = data.password(APPLICATION);
        var _ = data.password(SUPERUSER); // for initdb
        if (Files.exists(data.cluster())) {
            requireSameMajorVersion(data, programs);
            return;
        }
        Path made = data.root().resolve("cluster.new");
        Directories.delete(made);
        // The built-in provider sorts in the same order on every system and with every version of its C library.
        require(
                programs.run(
                        "initdb",
                        "--pgdata=" + made,
                        "--username=" + SUPERUSER,
                        "--pwfile=" + data.passwordFile(SUPERUSER),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        "--data-checksums"),
                "initdb",
                data);
        // In single-user mode each line is a statement. The registry owns its database but is not a superuser: it can't
        // read the server's files, or run programs.
        String roles = """
                create role %2$s login password '%4$s';
                create role %1$s login createdb password '%3$s' in role %2$s;
                create database %5$s owner %1$s;
                alter role %6$s set search_path = public;
                """.formatted(OWNER, APPLICATION, owner, application, NAME, SUPERUSER);
        require(programs.runWith(roles, "postgres", "--single", "-D", made.toString(), SUPERUSER), "postgres", data);
        DurableFile.move(made, data.cluster());
    }

    static void configure(DataDirectory data, int port) throws IOException {
        ServerCertificate.ensure(data.certificate(), data.certificateKey());
        String root = data.root().toString().replace("'", "''");
        DurableFile.write(data.cluster().resolve("postgresql.conf"), settings(root, port), Directories.OWNER_ONLY);
    }

    private static String settings(String root, int port) {
        return """
            # Written by the registry at every start. Put your own settings into %1$s/local.conf.
            listen_addresses = '127.0.0.1'
            port = %2$d
            unix_socket_directories = ''
            password_encryption = scram-sha-256
            ssl = on
            ssl_cert_file = '%1$s/server.crt'
            ssl_key_file = '%1$s/server.key'
            ssl_min_protocol_version = 'TLSv1.3'

            # An acknowledged command is on disk.
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            wal_level = replica
            max_wal_size = 2GB
            checkpoint_timeout = 15min

            max_connections = 250
            shared_buffers = 256MB
            effective_cache_size = 1GB
            jit = off
            # A connection whose application was killed, or whose host is gone, gives back its locks.
            client_connection_check_interval = 10s

            timezone = 'UTC'
            log_timezone = 'UTC'
            log_line_prefix = '%%m [%%p] '
            log_checkpoints = off
            include_if_exists = '%1$s/local.conf'
            """.formatted(root, port);
    }

    private static void requireSameMajorVersion(DataDirectory data, Programs programs) throws IOException {
        String ofData = Files.readString(data.cluster().resolve("PG_VERSION")).strip();
        String ofPrograms = programs.run("postgres", "--version").lastLine();
        if (!ofPrograms.contains(" " + ofData + ".")) {
            throw new PostgresUnavailableException("The data in " + data.cluster() + " is of PostgreSQL " + ofData
                    + ", but this is PostgreSQL " + ofPrograms
                    + ": upgrade it with pg_upgrade, or use the version that made it.");
        }
    }

    private static void require(Programs.Result result, String program, DataDirectory data) {
        // In single-user mode, a failed statement doesn't change the exit code.
        if (result.exitCode() != 0 || result.output().contains("ERROR:")) {
            throw new PostgresUnavailableException(
                    "No database could be made in " + data.root() + " (" + program + ": " + result.lastLine() + ").");
        }
    }
}
