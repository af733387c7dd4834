package org.zoneregistry.pages.zones;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.qute.TemplateData;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zoneregistry.pages.Language;
import org.zoneregistry.pages.Visit;
import org.zoneregistry.pages.Vocabulary;

/**
 * Which zones became part of which, as a graph: absorbed zones on the left of those that absorbed them.
 *
 * @param width of the drawing
 * @param links the same as a table
 */
@TemplateData
public record FamilyGraph(int width, int height, List<Node> nodes, List<Link> links) {

    /** The most zones of a graph. */
    static final int MOST = 24;

    private static final int NODE_WIDTH = 270;
    private static final int NODE_HEIGHT = 46;
    private static final int GAP = 75;
    private static final int LEAST_WIDTH = 960;
    private static final int ROW = NODE_HEIGHT + 14;
    private static final int LONGEST_EN = 38;
    private static final int LONGEST_ZH = 19;

    /**
     * A zone.
     *
     * @param name in full
     * @param label the name, cut to fit
     * @param type its wire name
     * @param isSelf whether the page is about it
     */
    @TemplateData
    public record Node(
            String code,
            int x,
            int y,
            String name,
            String label,
            String type,
            String typeName,
            String status,
            String href,
            boolean isSelf) {}

    /** A zone that became part of another, with the curve between them. */
    @TemplateData
    public record Link(Node from, Node to, String day, String curve) {}

    /**
     * Draws a family.
     *
     * @param self the code of the zone that the page is about
     * @param family the zones by code, as the API answers them
     */
    static FamilyGraph of(Visit visit, String self, Map<String, JsonNode> family) {
        var columns = new TreeMap<Integer, List<String>>();
        generations(self, family)
                .forEach((code, generation) -> columns.computeIfAbsent(generation, none -> new ArrayList<>())
                        .add(code));
        int tallest = columns.values().stream().mapToInt(List::size).max().orElse(0);
        var nodes = new HashMap<String, Node>();
        int x = 0;
        for (List<String> column : columns.values()) {
            column.sort(null);
            int top = (tallest - column.size()) * ROW / 2;
            for (int i = 0; i < column.size(); i++) {
                String code = column.get(i);
                nodes.put(code, node(visit, code, zone(family, code), x, top + i * ROW, code.equals(self)));
            }
            x += NODE_WIDTH + GAP;
        }
        var links = new ArrayList<Link>();
        for (Node from : sorted(nodes)) {
            Node to = nodes.get(zone(family, from.code()).path("successor").asText());
            if (to != null) {
                links.add(link(visit, from, to, zone(family, from.code())));
            }
        }
        return new FamilyGraph(Math.max(LEAST_WIDTH, x - GAP + 4), tallest * ROW, sorted(nodes), links);
    }

    private static List<Node> sorted(Map<String, Node> nodes) {
        return new ArrayList<>(new TreeMap<>(nodes).values());
    }

    private static JsonNode zone(Map<String, JsonNode> family, String code) {
        return family.getOrDefault(code, MissingNode.getInstance());
    }

    /** How many steps each zone is after the first one; negative for its predecessors. */
    private static Map<String, Integer> generations(String self, Map<String, JsonNode> family) {
        var found = new HashMap<String, Integer>();
        var ahead = new ArrayDeque<String>();
        if (family.containsKey(self)) {
            found.put(self, 0);
            ahead.add(self);
        }
        while (!ahead.isEmpty()) {
            String code = ahead.remove();
            int generation = found.getOrDefault(code, 0);
            JsonNode zone = zone(family, code);
            for (String relative : relatives(zone)) {
                boolean isSuccessor = relative.equals(zone.path("successor").asText());
                if (family.containsKey(relative)
                        && found.putIfAbsent(relative, generation + (isSuccessor ? 1 : -1)) == null) {
                    ahead.add(relative);
                }
            }
        }
        return found;
    }

    /** The codes of the zones that it absorbed, and of the one that absorbed it. */
    static List<String> relatives(JsonNode zone) {
        var codes = new ArrayList<String>();
        zone.path("predecessors").forEach(code -> codes.add(code.asText()));
        if (zone.has("successor")) {
            codes.add(zone.path("successor").asText());
        }
        return codes;
    }

    private static Node node(Visit visit, String code, JsonNode zone, int x, int y, boolean isSelf) {
        Language language = visit.language();
        String name = ZoneName.of(zone, language);
        int longest = language == Language.ZH ? LONGEST_ZH : LONGEST_EN;
        String type = zone.path("type").asText();
        return new Node(
                code,
                x,
                y,
                name,
                name.length() > longest ? name.substring(0, longest - 1) + "…" : name,
                type,
                Vocabulary.of(type, language),
                Vocabulary.of(zone.path("status").asText(), language),
                visit.to("/zones/" + code),
                isSelf);
    }

    private static Link link(Visit visit, Node from, Node to, JsonNode absorbed) {
        int fromX = from.x() + NODE_WIDTH;
        int fromY = from.y() + NODE_HEIGHT / 2;
        int toX = to.x() - 6;
        int toY = to.y() + NODE_HEIGHT / 2;
        int bend = GAP / 2;
        return new Link(
                from,
                to,
                visit.people().days(absorbed.path("effectiveNotBefore"), absorbed.path("effectiveOn")),
                "M" + fromX + " " + fromY + "C" + (fromX + bend) + " " + fromY + " " + (toX - bend) + " " + toY + " "
                        + toX + " " + toY);
    }
}
