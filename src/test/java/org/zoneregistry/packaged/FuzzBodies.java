package org.zoneregistry.packaged;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** Bodies: like the examples of the document, slightly wrong, and hostile ones. */
final class FuzzBodies {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> SCRAPS = List.of(
            "",
            "{",
            "}",
            "[]",
            "null",
            "\"\"",
            "5",
            "{}{}",
            "{\"a\":}",
            "{\"a\":1,\"a\":2}",
            "{\"\\u0000\":1}",
            "{\"code\":\"\\ud800\"}",
            "\ufeff{}",
            "[".repeat(5_000),
            "{\"a\":".repeat(100) + "1" + "}".repeat(100),
            "{\"a\":" + "9".repeat(5_000) + "}",
            "{\"a\":1e999999999}",
            "<x/>",
            "entryId,zone\r\n\"",
            "a=b&c=d");

    private FuzzBodies() {}

    static byte[] of(Random random, JsonNode example, String zone, long number) {
        if (random.nextInt(20) == 0) {
            return scrap(random);
        }
        ObjectNode body = example.deepCopy();
        if (body.has("code")) {
            body.put("code", "fuzz-" + number);
        }
        if (body.has("entryId")) {
            body.put("entryId", "F-" + number);
        }
        if (body.has("id")) {
            body.put("id", "E-" + number);
        }
        if (body.has("absorbs")) {
            body.putArray("absorbs").add(zone);
        }
        if (random.nextInt(3) == 0) {
            spoil(random, body);
        }
        String text = body.toString();
        if (random.nextInt(25) == 0) {
            text = text.substring(0, random.nextInt(text.length()));
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(25) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** A file of entries, for an import. */
    static byte[] file(Random random, boolean isCsv, String zone, long number) {
        var text = new StringBuilder(
                isCsv ? "entryId,zone,period,direction,businessForm,hsChapter,enterprise,partner,value\n" : "");
        for (int line = random.nextInt(20); line >= 0; line--) {
            String entry = FuzzValues.maybeBroken(random, "I-" + number + "-" + line);
            if (isCsv) {
                text.append(entry).append(',').append(zone).append(",2022-12,export,bonded-processing,84,,DE,5.00\n");
            } else {
                text.append(JSON.createObjectNode()
                                .put("entryId", entry)
                                .put("zone", zone)
                                .put("period", "2022-12")
                                .put("direction", FuzzValues.maybeBroken(random, "export"))
                                .put("businessForm", "bonded-processing")
                                .put("value", "5.00"))
                        .append('\n');
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return random.nextInt(8) == 0 ? scrap(random) : bytes;
    }

    static byte[] gzipped(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return out.toByteArray();
    }

    private static byte[] scrap(Random random) {
        return switch (random.nextInt(40)) {
            case 0 -> new byte[1_048_577];
            case 1, 2, 3 -> {
                byte[] noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);
                yield noise;
            }
            default -> FuzzValues.any(random, SCRAPS).getBytes(StandardCharsets.UTF_8);
        };
    }

    private static void spoil(Random random, ObjectNode body) {
        var names = new ArrayList<String>();
        body.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            return;
        }
        String name = FuzzValues.any(random, names);
        switch (random.nextInt(8)) {
            case 0 -> body.remove(name);
            case 1 -> body.put(FuzzValues.hostile(random), 1);
            case 2 -> body.putNull(name);
            case 3 -> body.putArray(name).add(FuzzValues.hostile(random));
            case 4 -> body.put(name, random.nextLong());
            case 5 -> body.putObject(name).put(FuzzValues.hostile(random), FuzzValues.hostile(random));
            default -> {
                if (body.get(name) instanceof ObjectNode part) {
                    spoil(random, part);
                } else {
                    body.put(name, FuzzValues.maybeBroken(random, body.get(name).asText()));
                }
            }
        }
    }
}
