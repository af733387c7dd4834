package org.zoneregistry.packaged;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zoneregistry.audit.note.SignerKey;
import org.zoneregistry.postgres.EmbeddedPostgres;
import org.zoneregistry.postgres.ServerCopies;
import org.zoneregistry.testing.TestDirectories;
import org.zoneregistry.testing.UnusedServer;

/** A PostgreSQL server with injected faults. Its relays keep its addresses the same. */
final class FaultyDatabase implements AutoCloseable {

    private final Path directory;
    private final List<Relay> relays = new ArrayList<>();
    private EmbeddedPostgres server;

    private FaultyDatabase(Path directory, EmbeddedPostgres server) throws IOException {
        this.directory = directory;
        this.server = server;
        newRelay();
    }

    /**
     * Starts it.
     *
     * @param settings lines of PostgreSQL's configuration
     */
    static FaultyDatabase start(Path directory, String... settings) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("local.conf"), String.join("\n", settings) + "\n");
        return new FaultyDatabase(directory, EmbeddedPostgres.start(UnusedServer.in(directory)));
    }

    /** Starts a standby that follows it through the relay. */
    FaultyDatabase standby(Path at, Relay by) throws Exception {
        return new FaultyDatabase(at, ServerCopies.standby(server, by.port(), directory, at));
    }

    EmbeddedPostgres server() {
        return server;
    }

    /** The first relay. */
    Relay relay() {
        return relays.getFirst();
    }

    /** Another relay to it. */
    Relay newRelay() throws IOException {
        Relay relay = new Relay(server.port());
        relays.add(relay);
        return relay;
    }

    /** A node on the server, through the first relay. */
    Launch launch(Path nodeDirectory, SignerKey key) {
        return launch(relay(), nodeDirectory, key);
    }

    /** A node on the server, through a relay. */
    Launch launch(Relay by, Path nodeDirectory, SignerKey key) {
        return Launch.on(url(by), server.user(), server.password(), nodeDirectory, key);
    }

    /** Its address through a relay, without TLS: the relay reads and changes messages. */
    String url(Relay by) {
        return "postgresql://127.0.0.1:" + by.port() + "/" + server.database() + "?sslmode=disable";
    }

    /** Queries it as the superuser, without the relays. */
    String ask(String question) throws Exception {
        return ServerCopies.ask(server, question);
    }

    /** Executes a statement as the superuser. */
    void execute(String statement) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), "postgres", server.password("postgres"));
                Statement made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    /** The number of its events. Fails if there is a gap. */
    long logSize() throws Exception {
        String size = ask("select count(*) || ' ' || coalesce(max(position), 0) from event");
        String[] countAndLast = size.split(" ", -1);
        if (!countAndLast[0].equals(countAndLast[1])) {
            throw new AssertionError("The log has a gap: its count and last position are " + size);
        }
        return Long.parseLong(countAndLast[0]);
    }

    /** Kills all its processes at once. */
    void crash() throws IOException, InterruptedException {
        ProcessHandle postmaster = postmaster(directory.resolve("cluster"));
        kill(Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList());
        server.detach();
    }

    /** Kills only its first process; the others notice. */
    void killPostmaster() throws IOException, InterruptedException {
        kill(List.of(postmaster(directory.resolve("cluster"))));
        server.detach();
    }

    /** Kills one session as a crash would: the server ends all others and recovers. */
    void crashSession(long pid) throws InterruptedException, IOException {
        kill(List.of(ProcessHandle.of(pid).orElseThrow()));
    }

    void stop() {
        server.close();
    }

    /** Starts it after a stop or a crash. */
    void startAgain() {
        lead(EmbeddedPostgres.start(directory));
    }

    /** Copies it; it must be stopped. */
    void copyTo(Path copy) throws IOException {
        TestDirectories.copy(directory, copy);
    }

    /** Replaces it by a copy after a stop, and starts the copy. */
    void putBack(Path copy) throws IOException {
        Files.move(directory, directory.resolveSibling(directory.getFileName() + ".lost"));
        TestDirectories.copy(copy, directory);
        startAgain();
    }

    /** Crashes it, promotes a standby, and closes the standby's relays. */
    void failOverTo(FaultyDatabase standby) throws Exception {
        crash();
        standby.closeRelays();
        standby.ask("select pg_promote()::text");
        lead(standby.server);
    }

    private void lead(EmbeddedPostgres now) {
        server = now;
        relays.forEach(relay -> relay.leadTo(now.port()));
    }

    /** The first process of a cluster's server. */
    static ProcessHandle postmaster(Path cluster) throws IOException {
        String pid = Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.trim())).orElseThrow();
    }

    /** Kills the processes with one program, so that no process has time to notice the end of another. */
    private static void kill(List<ProcessHandle> processes) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kill", "-KILL"));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        new ProcessBuilder(command).start().waitFor();
        processes.forEach(process -> process.onExit().join());
    }

    private void closeRelays() throws IOException {
        for (Relay relay : relays) {
            relay.close();
        }
    }

    @Override
    public void close() throws IOException {
        closeRelays();
        server.close();
    }
}
