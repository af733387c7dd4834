package org.zoneregistry.pages.zones;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.zoneregistry.pages.Language;

/** The texts of the diagnosis in both languages. */
final class DiagnosisWords {

    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("single-industry-reliance", List.of("Reliance on a single industry", "产业单一依赖")),
            Map.entry("homogenisation", List.of("Similarity to the nearest zones", "与相近区域同质化")),
            Map.entry("inadequate-facilities", List.of("Inadequate facilities", "设施不足")),
            Map.entry("unclear-advantage", List.of("No clear advantage", "优势不明显")),
            Map.entry("businessForm", List.of("by form of business", "按业务形态")),
            Map.entry("hsChapter", List.of("by HS chapter", "按商品章")),
            Map.entry("found", List.of("found", "存在")),
            Map.entry("not-found", List.of("not found", "不存在")),
            Map.entry("unknown", List.of("not known", "不明")),
            Map.entry("hhi", List.of("Herfindahl-Hirschman index", "赫芬达尔指数")),
            Map.entry("largestShare", List.of("largest share", "最大份额")),
            Map.entry("krugman", List.of("Krugman index", "克鲁格曼指数")),
            Map.entry("locationQuotient", List.of("location quotient", "区位商")),
            Map.entry("shareOfPeers", List.of("held by peers", "同类区域拥有比例")));

    /** Why the verdict is "unknown", or why a finding has no measure. */
    private static final Map<String, List<String>> REASONS = Map.of(
            "single-industry-reliance",
            List.of("No trade of this zone is recorded with these kinds.", "未登记该区域可如此划分的贸易。"),
            "homogenisation",
            List.of("No trade of this zone and another is recorded with these kinds.", "未登记该区域与其他区域可如此划分的贸易，无从比较。"),
            "unclear-advantage",
            List.of("No trade of this zone is recorded with these kinds.", "未登记该区域可如此划分的贸易。"),
            "inadequate-facilities",
            List.of("No other live zone is known to have the same main form of business.", "未知有其他存续区域以相同业务形态为主。"));

    private static final List<String> NOTHING_LACKS =
            List.of("It lacks nothing that more than half of its peers hold.", "超过半数同类区域拥有的设施，该区域均有。");

    private DiagnosisWords() {}

    static String of(String wireName, Language language) {
        List<String> words = WORDS.get(wireName);
        return words == null ? wireName : language.pick(words.getFirst(), words.getLast());
    }

    /** What a finding has to say beside its measures; empty if they say all. */
    static String why(JsonNode finding, Language language) {
        List<String> words = finding.path("verdict").asText().equals("unknown")
                ? REASONS.get(finding.path("finding").asText())
                : finding.path("measures").isEmpty() ? NOTHING_LACKS : null;
        return words == null ? "" : language.pick(words.getFirst(), words.getLast());
    }
}
