package org.zoneregistry.pages;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.zoneregistry.territory.Province;
import org.zoneregistry.zone.event.FactType;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.read.ZoneMember;

/**
 * The names of values with a wire name, in both languages. The names of facts are in their types, and those of a zone's
 * members in {@link ZoneMember}.
 */
public final class Vocabulary {

    private record Name(String en, String zh) {}

    /** Of events that are not facts of zones, in the order of docs/event-catalogue.md. */
    private static final List<Map.Entry<String, Name>> EVENTS = List.of(
            name("ZoneFactAmended", "Fact amended", "更正事实"),
            name("ZoneFactWithdrawn", "Fact withdrawn", "撤回事实"),
            name("TradeRecorded", "Trade recorded", "登记贸易"),
            name("TradeCorrected", "Trade corrected", "更正贸易"),
            name("TradeWithdrawn", "Trade withdrawn", "撤回贸易"),
            name("AggregatePublished", "Figure published", "公布数字"),
            name("AggregateWithdrawn", "Published figure withdrawn", "撤回公布数字"),
            name("EnterpriseRegistered", "Enterprise registered", "登记企业"),
            name("EnterpriseWithdrawn", "Enterprise withdrawn", "撤回企业"));

    private static final Map<String, Name> OTHERS = Map.ofEntries(
            name("bonded-zone", "Bonded zone", "保税区"),
            name("export-processing-zone", "Export processing zone", "出口加工区"),
            name("bonded-logistics-park", "Bonded logistics park", "保税物流园区"),
            name("bonded-port-zone", "Bonded port zone", "保税港区"),
            name("comprehensive-bonded-zone", "Comprehensive bonded zone", "综合保税区"),
            name("cross-border-industrial-zone", "Cross-border industrial zone", "跨境工业区"),
            name("established", "established", "已设立"),
            name("operating", "operating", "封关运作"),
            name("closed", "closed", "已撤销"),
            name("absorbed", "absorbed", "已并入"),
            name("live", "live", "存续"),
            name("running", "running", "进行中"),
            name("waiting", "waiting for a node", "等待节点"),
            name("import", "import", "导入"),
            name("rebuild", "rebuild of a read model", "重建读模型"),
            name("copy", "copy of a read model", "复制读模型"),
            name("verification", "verification", "验证"),
            name("publication", "publication to Kafka", "发布到 Kafka"),
            name("done", "done", "已完成"),
            name("failed", "failed", "失败"),
            name("interrupted", "interrupted", "已中断"),
            name("cancelled", "cancelled", "已取消"),
            name("bonded-processing", "Bonded processing", "保税加工"),
            name("bonded-logistics", "Bonded logistics", "保税物流"),
            name("bonded-r-and-d", "Bonded R&D", "保税研发"),
            name("bonded-maintenance", "Bonded maintenance", "保税维修"),
            name("financial-leasing", "Financial leasing", "融资租赁"),
            name("cross-border-e-commerce", "Cross-border e-commerce", "跨境电商"),
            name("futures-delivery", "Futures delivery", "期货保税交割"),
            name("other", "Other", "其他"),
            name("unspecified", "Not separated", "未细分"),
            name("east", "East", "东部"),
            name("central", "Central", "中部"),
            name("west", "West", "西部"),
            name("northeast", "Northeast", "东北"),
            name("bonded-warehouse", "bonded warehouse", "保税仓库"),
            name("cold-chain", "cold chain", "冷链"),
            name("inspection-site", "inspection site", "查验场地"),
            name("port-terminal", "port terminal", "港口码头"),
            name("rail-terminal", "rail terminal", "铁路场站"),
            name("air-cargo-terminal", "air cargo terminal", "航空货站"),
            name("r-and-d-platform", "R&D platform", "研发平台"),
            name("maintenance-base", "maintenance base", "维修基地"),
            name("smart-gate", "smart gate", "智能卡口"),
            name("data-platform", "data platform", "数据平台"),
            name("entries", "summed from entries", "由明细汇总"),
            name("published", "published", "公布数字"),
            name("published-comprehensive", "published, comprehensive zones only", "公布数字（仅综合保税区）"),
            name("zones", "from the zones", "由区域计算"),
            name("subject=foreign-trade", "Foreign trade", "对外贸易"),
            name("subject=zones", "Trade of all zones", "全部特殊监管区域贸易"),
            name("subject=comprehensive-zones", "Trade of the comprehensive bonded zones", "综合保税区贸易"),
            name("territory=CN", "the country", "全国"),
            name("direction=import", "Import", "进口"),
            name("direction=export", "Export", "出口"),
            name("direction=total", "Import and export together", "进出口合计"));

    /** The states of a job, which a script shows while it follows one. */
    private static final List<String> JOB_STATES =
            List.of("waiting", "running", "done", "failed", "interrupted", "cancelled");

    private static final Map<String, Name> NAMES = new HashMap<>(OTHERS);

    static {
        ZoneFact.types().forEach(type -> NAMES.put(type.wireName(), new Name(type.en(), type.zh())));
        EVENTS.forEach(event -> NAMES.put(event.getKey(), event.getValue()));
        ZoneMember.ALL.forEach(member -> NAMES.put(member.name(), new Name(member.en(), member.zh())));
    }

    private Vocabulary() {}

    /** The types of events, in the order of docs/event-catalogue.md. */
    public static List<String> eventTypes() {
        return Stream.concat(
                        ZoneFact.types().stream().map(FactType::wireName),
                        EVENTS.stream().map(Map.Entry::getKey))
                .toList();
    }

    private static Map.Entry<String, Name> name(String wireName, String en, String zh) {
        return Map.entry(wireName, new Name(en, zh));
    }

    /** The name of a value; the wire name if it has no other. */
    public static String of(String wireName, Language language) {
        Name name = NAMES.get(wireName);
        return name == null ? wireName : language.pick(name.en(), name.zh());
    }

    /** The name of a value of a member, for values that mean something else elsewhere. */
    public static String of(String member, String wireName, Language language) {
        String inMember = member + '=' + wireName;
        return of(NAMES.containsKey(inMember) ? inMember : wireName, language);
    }

    /** The states of a job with their names. */
    public static List<Map.Entry<String, String>> jobStates(Language language) {
        return JOB_STATES.stream()
                .map(state -> Map.entry(state, of(state, language)))
                .toList();
    }

    /** The name of a province by its ISO code. In Chinese without the kind of province. */
    public static String province(String iso, Language language) {
        Province province = Province.byIso(iso).orElse(null);
        if (province == null) {
            return iso;
        }
        return language.pick(province.nameEn(), province.nameZh().replaceFirst("(壮族|回族|维吾尔)?(自治区|省|市)$", ""));
    }
}
