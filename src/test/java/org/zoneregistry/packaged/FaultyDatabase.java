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

/** A PostgreSQL server to which things happen; by its relays it has the same addresses all the while. */
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
        return new FaultyDatabase(directory, EmbeddedPostgres.start(directory));
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

    /** Another way to it. */
    Relay newRelay() throws IOException {
        Relay relay = new Relay(server.port());
        relays.add(relay);
        return relay;
    }

    /** A node on it, by the first relay. */
    Launch launch(Path nodeDirectory, SignerKey key) {
        return launch(relay(), nodeDirectory, key);
    }

    /** A node on it, by a relay. */
    Launch launch(Relay by, Path nodeDirectory, SignerKey key) {
        return Launch.on(url(by), server.user(), server.password(), nodeDirectory, key);
    }

    /** Its address by a relay. */
    String url(Relay by) {
        return "postgresql://127.0.0.1:" + by.port() + "/" + server.database();
    }

    /** Asks it as the superuser, past the relays. */
    String ask(String question) throws Exception {
        return ServerCopies.ask(server, question);
    }

    /** Has the superuser execute a statement. */
    void execute(String statement) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(server.jdbcUrl(), "postgres", server.password("postgres"));
                Statement made = connection.createStatement()) {
            made.execute(statement);
        }
    }

    /** How many events it has, and that there is no gap between them. */
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

    /** Kills its first process alone; the others notice. */
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

    /** Starts it after it was stopped or has crashed. */
    void startAgain() {
        lead(EmbeddedPostgres.start(directory));
    }

    /** Copies it; it must be stopped. */
    void copyTo(Path copy) throws IOException {
        ServerCopies.whole(directory, copy);
    }

    /** Puts a copy into its place, after a stop, and starts that. */
    void putBack(Path copy) throws IOException {
        Files.move(directory, directory.resolveSibling(directory.getFileName() + ".lost"));
        ServerCopies.whole(copy, directory);
        startAgain();
    }

    /** Crashes it, promotes a standby to its place, and closes the standby's relays. */
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

    /** The first process of the server of a cluster. */
    static ProcessHandle postmaster(Path cluster) throws IOException {
        String pid = Files.readAllLines(cluster.resolve("postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid.trim())).orElseThrow();
    }

    /** By one program, so that none has the time to notice that another is gone. */
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
