package org.zoneregistry.pages.briefing;

import java.util.Map;
import org.zoneregistry.pages.Language;

/** The claims of the press conference in both languages. */
final class ClaimWords {

    /**
     * The words for a claim.
     *
     * @param definition in Chinese; in English it is in the answer
     */
    private record Words(String en, String zh, String definition) {}

    private static final Map<String, Words> WORDS = Map.ofEntries(
            words("zone-types", "Types of zones", "区域类型", "登记处所区分的区域类型数。"),
            words("zones", "Zones", "海关特殊监管区域", "存续的海关特殊监管区域数。"),
            words("comprehensive-zones", "Comprehensive bonded zones", "综合保税区", "存续的综合保税区数。"),
            words("comprehensive-share", "Their share of all zones", "综合保税区占比", "存续的综合保税区数除以全部存续区域数。"),
            words("provinces-covered", "Provinces covered", "覆盖省份", "有存续综合保税区的省、自治区、直辖市数。"),
            words("zone-trade", "Imports and exports of the zones", "区域进出口值", "全部区域当年进出口值。"),
            words("share-of-foreign-trade", "Share of national foreign trade", "占全国外贸比重", "全部区域进出口值除以公布的全国外贸值。"),
            words("share-of-foreign-trade-2012", "The same share in 2012", "2012 年占全国外贸比重", "2012 年的同一占比。"),
            words("growth-since-2012", "Multiple of 2012", "较 2012 年倍数", "全部区域当年进出口值除以 2012 年值。"),
            words(
                    "share-of-territory",
                    "Share of the national territory",
                    "占国土面积比重",
                    "存续区域的规划面积（以已知者计）除以国土面积 960 万平方公里。"),
            words("bonded-maintenance", "Bonded maintenance", "保税维修进出口值", "全部区域当年保税维修进出口值。"),
            words("bonded-maintenance-growth", "Growth of bonded maintenance", "保税维修增速", "全部区域当年保税维修进出口值除以上年值，再减一。"),
            words("local-share-sichuan", "Share of local trade, Sichuan", "占本地外贸比重：四川", "该省各区域进出口值除以其公布的外贸值。"),
            words("local-share-chongqing", "Share of local trade, Chongqing", "占本地外贸比重：重庆", "该市各区域进出口值除以其公布的外贸值。"),
            words("local-share-henan", "Share of local trade, Henan", "占本地外贸比重：河南", "该省各区域进出口值除以其公布的外贸值。"),
            words("local-share-shaanxi", "Share of local trade, Shaanxi", "占本地外贸比重：陕西", "该省各区域进出口值除以其公布的外贸值。"),
            words(
                    "regional-imbalance",
                    "Imbalance between regions (Theil)",
                    "地区间不平衡（泰尔指数）",
                    "各区域贸易的不平等中，属于四大地区之间的部分：泰尔指数 T。"),
            words(
                    "imbalance-within-provinces",
                    "Imbalance within provinces (Theil)",
                    "省内不平衡（泰尔指数）",
                    "各区域贸易的不平等中，属于省内的部分：泰尔指数 T。"),
            words(
                    "insufficient-development",
                    "Reliance on few forms of business (HHI)",
                    "业务形态集中度（赫芬达尔指数）",
                    "对少数业务形态的依赖：按业务形态计算的贸易赫芬达尔—赫希曼指数，0 至 1。"),
            words("leading-enterprises", "Share of leading enterprises", "龙头企业占比", "龙头企业进出口值除以全部区域进出口值。"));

    private ClaimWords() {}

    private static Map.Entry<String, Words> words(String claim, String en, String zh, String definition) {
        return Map.entry(claim, new Words(en, zh, definition));
    }

    /** The claim in short; its wire name if it has no other. */
    static String of(String claim, Language language) {
        Words words = WORDS.get(claim);
        return words == null ? claim : language.pick(words.en(), words.zh());
    }

    /**
     * What is computed, as a sentence.
     *
     * @param answered the definition in the answer
     */
    static String definition(String claim, String answered, Language language) {
        Words words = WORDS.get(claim);
        return language.pick(answered + '.', words == null ? answered : words.definition());
    }
}
