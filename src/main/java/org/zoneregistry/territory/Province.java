package org.zoneregistry.territory;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A province-level division of the mainland: one of the 31 in the national customs statistics.
 *
 * <p>Codes are from ISO 3166-2:CN and GB/T 2260. Regions are the four of the National Bureau of Statistics (2011).
 *
 * @param iso the ISO 3166-2 code, such as {@code CN-JS}
 * @param gbt2260 the six-digit GB/T 2260 code, such as {@code 320000}
 * @param nameEn the English name
 * @param nameZh the full Chinese name
 * @param region the economic region
 */
public record Province(String iso, String gbt2260, String nameEn, String nameZh, Region region) {

    /** All of them, in the order of GB/T 2260. */
    public static final List<Province> ALL = List.of(
            new Province("CN-BJ", "110000", "Beijing", "北京市", Region.EAST),
            new Province("CN-TJ", "120000", "Tianjin", "天津市", Region.EAST),
            new Province("CN-HE", "130000", "Hebei", "河北省", Region.EAST),
            new Province("CN-SX", "140000", "Shanxi", "山西省", Region.CENTRAL),
            new Province("CN-NM", "150000", "Inner Mongolia", "内蒙古自治区", Region.WEST),
            new Province("CN-LN", "210000", "Liaoning", "辽宁省", Region.NORTHEAST),
            new Province("CN-JL", "220000", "Jilin", "吉林省", Region.NORTHEAST),
            new Province("CN-HL", "230000", "Heilongjiang", "黑龙江省", Region.NORTHEAST),
            new Province("CN-SH", "310000", "Shanghai", "上海市", Region.EAST),
            new Province("CN-JS", "320000", "Jiangsu", "江苏省", Region.EAST),
            new Province("CN-ZJ", "330000", "Zhejiang", "浙江省", Region.EAST),
            new Province("CN-AH", "340000", "Anhui", "安徽省", Region.CENTRAL),
            new Province("CN-FJ", "350000", "Fujian", "福建省", Region.EAST),
            new Province("CN-JX", "360000", "Jiangxi", "江西省", Region.CENTRAL),
            new Province("CN-SD", "370000", "Shandong", "山东省", Region.EAST),
            new Province("CN-HA", "410000", "Henan", "河南省", Region.CENTRAL),
            new Province("CN-HB", "420000", "Hubei", "湖北省", Region.CENTRAL),
            new Province("CN-HN", "430000", "Hunan", "湖南省", Region.CENTRAL),
            new Province("CN-GD", "440000", "Guangdong", "广东省", Region.EAST),
            new Province("CN-GX", "450000", "Guangxi", "广西壮族自治区", Region.WEST),
            new Province("CN-HI", "460000", "Hainan", "海南省", Region.EAST),
            new Province("CN-CQ", "500000", "Chongqing", "重庆市", Region.WEST),
            new Province("CN-SC", "510000", "Sichuan", "四川省", Region.WEST),
            new Province("CN-GZ", "520000", "Guizhou", "贵州省", Region.WEST),
            new Province("CN-YN", "530000", "Yunnan", "云南省", Region.WEST),
            new Province("CN-XZ", "540000", "Xizang", "西藏自治区", Region.WEST),
            new Province("CN-SN", "610000", "Shaanxi", "陕西省", Region.WEST),
            new Province("CN-GS", "620000", "Gansu", "甘肃省", Region.WEST),
            new Province("CN-QH", "630000", "Qinghai", "青海省", Region.WEST),
            new Province("CN-NX", "640000", "Ningxia", "宁夏回族自治区", Region.WEST),
            new Province("CN-XJ", "650000", "Xinjiang", "新疆维吾尔自治区", Region.WEST));

    private static final Map<String, Province> BY_ISO =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Province::iso, Function.identity()));

    /** The province of that ISO 3166-2 code, if there is one. */
    public static Optional<Province> byIso(String iso) {
        return Optional.ofNullable(BY_ISO.get(iso));
    }

    /**
     * The code, if it is one of a province.
     *
     * @throws IllegalArgumentException with what is wrong, if it is not
     */
    public static String parse(String iso) {
        return byIso(iso)
                .orElseThrow(() -> new IllegalArgumentException(
                        "must be the ISO 3166-2 code of a province, such as CN-JS; GET /v1/territories lists them"))
                .iso();
    }
}
