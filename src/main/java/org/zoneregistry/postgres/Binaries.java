package org.zoneregistry.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL's programs. The platform's binaries jar (io.zonky.test.postgres) has them as an archive on the class path.
 * They are unpacked once per content into a folder that all registries of a user share.
 *
 * <p>Two processes may unpack at once. Each uses its own folder, and the first to rename it wins.
 */
final class Binaries {
    private static final System.Logger LOG = System.getLogger(Binaries.class.getName());
    private static final String UNPACKING = ".unpacking-";
    private static final long ONE_DAY_MILLIS = 24L * 60 * 60 * 1000;

    private Binaries() {}

    /**
     * The folder with {@code bin}, {@code lib} and {@code share}, in the user's cache.
     *
     * @param fallback is used if the cache can't be written, for example in a container
     * @throws PostgresUnavailableException if the class path has no binaries for this machine
     */
    static Path unpacked(Path fallback) throws IOException {
        Path cache = userCache();
        if (cache != null) {
            try {
                return unpackedIn(cache);
            } catch (IOException notWritable) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "PostgreSQL can''t be unpacked to {0} ({1}); unpacking it to {2}",
                        cache,
                        Directories.reason(notWritable),
                        fallback);
            }
        }
        return unpackedIn(fallback);
    }

    static Path unpackedIn(Path parent) throws IOException {
        String archive = archiveName(
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""),
                Files.exists(Path.of("/etc/alpine-release")));
        // The name has a hash of the content, so another version always gets another folder.
        Path folder = parent.resolve(archive.replace(".txz", "") + "-" + fingerprint(archive));
        if (!isComplete(folder)) {
            Directories.createPrivate(parent);
            unpack(archive, folder);
        }
        return folder;
    }

    /**
     * The name of the archive in zonky's jars. It uses the words of {@code uname}, not Java's, and has a word for musl.
     */
    static String archiveName(String osName, String osArch, boolean alpine) {
        String os = osName.toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "darwin" : os;
        String machine = switch (osArch) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> osArch;
        };
        return "postgres-" + system + "-" + machine + (alpine ? "-alpine_linux" : "") + ".txz";
    }

    private static @Nullable Path userCache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        if (configured != null && configured.startsWith("/")) {
            return Path.of(configured, "zone-registry");
        }
        String home = System.getProperty("user.home", "");
        // In a container that has no entry for the user, Java returns "?".
        return home.startsWith("/") && home.length() > 1 ? Path.of(home, ".cache", "zone-registry") : null;
    }

    private static void unpack(String archive, Path folder) throws IOException {
        LOG.log(System.Logger.Level.INFO, "Unpacking PostgreSQL to {0}", folder);
        Path work = Files.createTempDirectory(folder.getParent(), UNPACKING);
        try {
            forgetAbandoned(work);
            extract(archive, work);
            Directories.flush(work);
            Files.move(work, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            Directories.delete(work);
            // Another process may have unpacked the same content first.
            if (!isComplete(folder)) {
                throw failed;
            }
        }
    }

    private static boolean isComplete(Path folder) {
        return Files.isExecutable(folder.resolve("bin/postgres"));
    }

    private static void extract(String archive, Path target) throws IOException {
        try (InputStream packed = new BufferedInputStream(open(archive));
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive " + archive + " leaves its folder: " + entry.getName());
                }
                Files.createDirectories(entry.isDirectory() ? path : path.resolveSibling("."));
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isFile()) {
                    Files.copy(tar, path);
                    Files.setPosixFilePermissions(path, permissions((entry.getMode() & 0100) != 0));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(boolean executable) {
        Set<PosixFilePermission> all = EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        if (executable) {
            all.add(PosixFilePermission.OWNER_EXECUTE);
        }
        return all;
    }

    /** Removes folders that a killed process left behind while unpacking, if they are a day old or older. */
    private static void forgetAbandoned(Path work) throws IOException {
        long now = Files.getLastModifiedTime(work).toMillis();
        List<Path> unpacking;
        try (Stream<Path> all = Files.list(work.getParent())) {
            unpacking = all.filter(path -> path.getFileName().toString().startsWith(UNPACKING))
                    .toList();
        }
        for (Path path : unpacking) {
            try {
                if (now - Files.getLastModifiedTime(path).toMillis() > ONE_DAY_MILLIS) {
                    Directories.delete(path);
                }
            } catch (NoSuchFileException gone) {
                // another process has deleted it
            }
        }
    }

    private static String fingerprint(String archive) throws IOException {
        try (DigestInputStream content = new DigestInputStream(open(archive), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest(), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static InputStream open(String archive) throws IOException {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        for (ClassLoader loader : new ClassLoader[] {context, Binaries.class.getClassLoader()}) {
            InputStream found = loader == null ? null : loader.getResourceAsStream(archive);
            if (found != null) {
                return found;
            }
        }
        throw new PostgresUnavailableException("No PostgreSQL comes with this build for this machine (" + archive
                + " is not on the class path): build with the Maven profile of the platform, or set REGISTRY_DB_URL.");
    }
}
