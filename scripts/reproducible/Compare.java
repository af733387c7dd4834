import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Compares what two builds have made, and prints each difference. Exit code 1: there are differences. */
class Compare {

    private static final String RESULTS = "zone-registry-[^/]*[.]jar|quarkus-app/.*|bom[.]json";

    public static void main(String... targets) throws IOException {
        Path one = Path.of(targets[0]);
        Path two = Path.of(targets[1]);
        var names = new TreeSet<>(results(one));
        names.addAll(results(two));
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            if (!Files.exists(one.resolve(name)) || !Files.exists(two.resolve(name))) {
                differences.add(name + " is there only once");
            } else if (Files.mismatch(one.resolve(name), two.resolve(name)) >= 0) {
                differences.add(name + " differs");
                if (name.endsWith(".jar")) {
                    compare(one.resolve(name), two.resolve(name), differences);
                }
            }
        }
        differences.forEach(System.out::println);
        System.out.println(names.size() + " files compared, " + differences.size() + " differences");
        System.exit(names.size() > 200 && differences.isEmpty() ? 0 : 1);
    }

    private static List<String> results(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(target)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> target.relativize(file).toString())
                    .filter(name -> name.matches(RESULTS))
                    .toList();
        }
    }

    private static void compare(Path one, Path two, List<String> differences) throws IOException {
        try (ZipFile first = new ZipFile(one.toFile());
                ZipFile second = new ZipFile(two.toFile())) {
            Map<String, ZipEntry> rest = entries(second);
            if (!List.copyOf(entries(first).keySet()).equals(List.copyOf(rest.keySet()))) {
                differences.add("  its entries are others, or in another order");
            }
            for (ZipEntry entry : entries(first).values()) {
                ZipEntry other = rest.remove(entry.getName());
                if (other == null) {
                    differences.add("  only in the first: " + entry.getName());
                } else if (!Arrays.equals(bytes(first, entry), bytes(second, other))) {
                    differences.add("  other bytes: " + entry.getName());
                } else if (entry.getTime() != other.getTime() || !Arrays.equals(entry.getExtra(), other.getExtra())) {
                    differences.add("  another time: " + entry.getName());
                }
            }
            rest.keySet().forEach(name -> differences.add("  only in the second: " + name));
        }
    }

    private static Map<String, ZipEntry> entries(ZipFile jar) {
        Map<String, ZipEntry> entries = new LinkedHashMap<>();
        jar.stream().forEach(entry -> entries.put(entry.getName(), entry));
        return entries;
    }

    private static byte[] bytes(ZipFile jar, ZipEntry entry) throws IOException {
        try (var content = jar.getInputStream(entry)) {
            return content.readAllBytes();
        }
    }
}
