package org.zoneregistry.pages.briefing;

import java.util.List;
import java.util.Map;
import org.zoneregistry.pages.Language;

/** The claims of the press conference in both languages. */
final class ClaimWords {

    private static final Map<String, List<String>> WORDS = Map.ofEntries(
            Map.entry("zone-types", List.of("Types of zones", "区域类型")),
            Map.entry("zones", List.of("Zones", "海关特殊监管区域")),
            Map.entry("comprehensive-zones", List.of("Comprehensive bonded zones", "综合保税区")),
            Map.entry("comprehensive-share", List.of("Their share of all zones", "综合保税区占比")),
            Map.entry("provinces-covered", List.of("Provinces covered", "覆盖省份")),
            Map.entry("zone-trade", List.of("Imports and exports of the zones", "区域进出口值")),
            Map.entry("share-of-foreign-trade", List.of("Share of national foreign trade", "占全国外贸比重")),
            Map.entry("share-of-foreign-trade-2012", List.of("The same share in 2012", "2012 年占全国外贸比重")),
            Map.entry("growth-since-2012", List.of("Multiple of 2012", "较 2012 年倍数")),
            Map.entry("share-of-territory", List.of("Share of the national territory", "占国土面积比重")),
            Map.entry("bonded-maintenance", List.of("Bonded maintenance", "保税维修进出口值")),
            Map.entry("bonded-maintenance-growth", List.of("Growth of bonded maintenance", "保税维修增速")),
            Map.entry("local-share-sichuan", List.of("Share of local trade, Sichuan", "占本地外贸比重：四川")),
            Map.entry("local-share-chongqing", List.of("Share of local trade, Chongqing", "占本地外贸比重：重庆")),
            Map.entry("local-share-henan", List.of("Share of local trade, Henan", "占本地外贸比重：河南")),
            Map.entry("local-share-shaanxi", List.of("Share of local trade, Shaanxi", "占本地外贸比重：陕西")),
            Map.entry("regional-imbalance", List.of("Imbalance between regions (Theil)", "地区间不平衡（泰尔指数）")),
            Map.entry("imbalance-within-provinces", List.of("Imbalance within provinces (Theil)", "省内不平衡（泰尔指数）")),
            Map.entry(
                    "insufficient-development", List.of("Reliance on few forms of business (HHI)", "业务形态集中度（赫芬达尔指数）")),
            Map.entry("leading-enterprises", List.of("Share of leading enterprises", "龙头企业占比")));

    private ClaimWords() {}

    static String of(String wireName, Language language) {
        List<String> words = WORDS.get(wireName);
        return words == null ? wireName : language.pick(words.getFirst(), words.getLast());
    }
}
