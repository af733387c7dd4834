package org.zoneregistry.pages.zones;

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

    private DiagnosisWords() {}

    static String of(String wireName, Language language) {
        List<String> words = WORDS.get(wireName);
        return words == null ? wireName : language.pick(words.getFirst(), words.getLast());
    }
}
