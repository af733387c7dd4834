package org.zoneregistry.pages.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.zoneregistry.access.Permission;
import org.zoneregistry.territory.Province;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneType;

/**
 * A command as a form.
 *
 * @param id its name in the address of the page
 * @param path the path of the request, with the fields of the path in braces
 * @param rule the most important rule, in English
 * @param ruleZh the same in Chinese
 */
record Task(String id, String path, String en, String zh, String rule, String ruleZh, List<Field> fields) {

    private static final Field ZONE = Field.text(Field.ZONE, true, "Zone (its code)", "区域（代码）");
    private static final Field ON = Field.text("effectiveOn", true, "Effective on (day, month or year)", "生效日期（日、月或年）");
    private static final Field AREA = area(false);
    private static final Field REASON = Field.text("reason", true, "Reason", "原因");
    private static final Field FACT = Field.text(Field.FACT, true, "Fact (the id of its event)", "事实（事件编号）");
    private static final Field ENTRY = Field.text(":entryId", true, "Entry (its id)", "明细（编号）");
    private static final Field ENTERPRISE = Field.text(":id", true, "Enterprise (its id)", "企业（编号）");
    private static final Field KIND = Field.choice("kind", true, "Facility", "设施", FacilityKinds.NAMES);
    private static final List<String> FORMS =
            Arrays.stream(BusinessForm.values()).map(BusinessForm::wireName).toList();
    private static final List<String> SUBJECTS = Arrays.stream(AggregateSubject.values())
            .map(AggregateSubject::wireName)
            .toList();
    private static final List<String> DIRECTIONS =
            Arrays.stream(Direction.values()).map(Direction::wireName).toList();

    private static final class FacilityKinds {
        static final List<String> NAMES =
                Arrays.stream(FacilityKind.values()).map(FacilityKind::wireName).toList();
    }

    private static Field area(boolean required) {
        return Field.of("number", "areaKm2", required, "Area in km²", "面积（平方公里）");
    }

    private static Field absorbs(boolean required) {
        return Field.of("list", "absorbs", required, "Absorbs (codes, with commas)", "并入区域（代码，逗号分隔）");
    }

    private static Field period(boolean required) {
        return Field.text("period", required, "Period (year or month)", "期间（年或月）");
    }

    private static Field form(boolean required) {
        return Field.choice("businessForm", required, "Form of business", "业务形态", FORMS);
    }

    private static Field value(boolean required) {
        return Field.text("value", required, "Value in yuan", "金额（元）");
    }

    private static Task zone(
            String id, String segment, String en, String zh, String rule, String ruleZh, Field... more) {
        var fields = new ArrayList<>(List.of(ZONE, ON));
        fields.addAll(List.of(more));
        return new Task(id, "/v1/zones/{code}/" + segment, en, zh, rule, ruleZh, fields);
    }

    static final List<Task> ALL = List.of(
            new Task(
                    "establish",
                    "/v1/zones",
                    "Establish a zone",
                    "设立区域",
                    "A code is used for one zone only.",
                    "代码只分配一次，不再重用。",
                    List.of(
                            Field.text("code", true, "Code", "代码"),
                            Field.text("name.en", true, "Name in English", "英文名称"),
                            Field.text("name.zh", false, "Name in Chinese", "中文名称"),
                            Field.choice(
                                    "type",
                                    true,
                                    "Type",
                                    "类型",
                                    Arrays.stream(ZoneType.values())
                                            .map(ZoneType::wireName)
                                            .toList()),
                            Field.choice(
                                    "province",
                                    true,
                                    "Province",
                                    "省份",
                                    Province.ALL.stream().map(Province::iso).toList()),
                            Field.text("customsDistrict", false, "Customs district", "关区"),
                            AREA,
                            ON)),
            zone("accept", "acceptance", "Accept a zone", "验收区域", "The zone is live on that day.", "区域在当日存续。"),
            zone(
                    "convert",
                    "conversion",
                    "Convert to a comprehensive zone",
                    "转型为综合保税区",
                    "From any of the five other types. It may rename, re-measure, and absorb other live zones.",
                    "由其他五种类型转型；可更名、调整面积并整合其他存续区域。",
                    Field.text("name.en", false, "New name in English", "新英文名称"),
                    Field.text("name.zh", false, "New name in Chinese", "新中文名称"),
                    AREA,
                    absorbs(false)),
            zone(
                    "integrate",
                    "integration",
                    "Absorb other zones",
                    "整合其他区域",
                    "Only a comprehensive zone absorbs others, and all of them at once.",
                    "只有综合保税区可整合其他区域，一次完成。",
                    absorbs(true),
                    AREA),
            zone("area", "area", "Adjust the area", "调整面积", "The area is more than 0.", "面积大于 0。", area(true)),
            zone(
                    "rename",
                    "name",
                    "Rename a zone",
                    "区域更名",
                    "The English name is required.",
                    "英文名称必填。",
                    Field.text("name.en", true, "Name in English", "英文名称"),
                    Field.text("name.zh", false, "Name in Chinese", "中文名称")),
            zone(
                    "commission",
                    "facilities",
                    "Commission a facility",
                    "设施启用",
                    "A zone holds a kind of facility or it does not.",
                    "同类设施只计有无。",
                    KIND),
            new Task(
                    "decommission",
                    "/v1/zones/{code}/facilities/{kind}/decommissioning",
                    "Decommission a facility",
                    "设施停用",
                    "The zone holds it on that day.",
                    "区域在当日拥有该设施。",
                    List.of(ZONE, Field.choice(":kind", true, "Facility", "设施", FacilityKinds.NAMES), ON)),
            zone("close", "closure", "Close a zone", "撤销区域", "Nothing can follow a closure.", "撤销之后不再有任何变动。", REASON),
            new Task(
                    "amend-fact",
                    "/v1/facts/{eventId}/amendment",
                    "Amend a recorded fact",
                    "更正已登记事实",
                    "The whole timeline of each zone it touches must still fit.",
                    "所涉各区域的整条时间线须仍然成立。",
                    List.of(
                            FACT,
                            Field.text("effectiveOn", false, "Effective on (day, month or year)", "生效日期（日、月或年）"),
                            Field.of("json", "values", false, "Values, as JSON", "取值（JSON）"),
                            REASON)),
            new Task(
                    "withdraw-fact",
                    "/v1/facts/{eventId}/withdrawal",
                    "Withdraw a recorded fact",
                    "撤回已登记事实",
                    "The later facts must still fit without it.",
                    "其后的事实在没有它时须仍然成立。",
                    List.of(FACT, REASON)),
            new Task(
                    "record-trade",
                    "/v1/zones/{code}/trade",
                    "Record a trade entry",
                    "登记贸易明细",
                    "The zone is live on some day of the period. An id is used once.",
                    "区域在期间内某日存续；编号只用一次。",
                    List.of(
                            ZONE,
                            Field.text("entryId", true, "Entry (its id)", "明细（编号）"),
                            period(true),
                            Field.choice("direction", true, "Direction", "方向", DIRECTIONS),
                            form(true),
                            Field.text("hsChapter", false, "HS chapter", "商品章"),
                            Field.text("enterprise", false, "Enterprise (its id)", "企业（编号）"),
                            Field.text("partner", false, "Partner (ISO code)", "贸易伙伴（ISO 代码）"),
                            value(true))),
            new Task(
                    "correct-trade",
                    "/v1/trade/{entryId}/correction",
                    "Correct a trade entry",
                    "更正贸易明细",
                    "Give only the values that change.",
                    "只填写变更的内容。",
                    List.of(
                            ENTRY,
                            period(false),
                            Field.choice("direction", false, "Direction", "方向", DIRECTIONS),
                            form(false),
                            value(false),
                            REASON)),
            new Task(
                    "withdraw-trade",
                    "/v1/trade/{entryId}/withdrawal",
                    "Withdraw a trade entry",
                    "撤回贸易明细",
                    "It no longer counts.",
                    "此后不再计入。",
                    List.of(ENTRY, REASON)),
            new Task(
                    "publish",
                    "/v1/aggregates",
                    "Publish a figure",
                    "公布数字",
                    "A later one for the same subject, territory and period is a revision.",
                    "同一对象、地区和期间的后一数字为修订。",
                    List.of(
                            Field.choice("subject", true, "Subject", "对象", SUBJECTS),
                            Field.text("territory", true, "Territory (CN or CN-JS)", "地区（CN 或 CN-JS）"),
                            period(true),
                            form(false),
                            Field.text("total", true, "Total in yuan", "总值（元）"),
                            Field.text("import", false, "Imports in yuan", "进口（元）"),
                            Field.text("export", false, "Exports in yuan", "出口（元）"),
                            Field.text("source", true, "Source", "来源"))),
            new Task(
                    "withdraw-figure",
                    "/v1/aggregates/withdrawal",
                    "Withdraw a published figure",
                    "撤回公布数字",
                    "Its subject, territory and period identify it.",
                    "按对象、地区和期间查找。",
                    List.of(
                            Field.choice("subject", true, "Subject", "对象", SUBJECTS),
                            Field.text("territory", true, "Territory (CN or CN-JS)", "地区（CN 或 CN-JS）"),
                            period(true),
                            form(false),
                            REASON)),
            new Task(
                    "register-enterprise",
                    "/v1/zones/{code}/enterprises",
                    "Register an enterprise",
                    "登记企业",
                    "An id is used once.",
                    "编号只用一次。",
                    List.of(
                            ZONE,
                            Field.text("id", true, "Enterprise (its id)", "企业（编号）"),
                            Field.text("name", true, "Name", "名称"),
                            Field.text("industry", true, "Industry (HS chapter or form of business)", "行业（商品章或业务形态）"),
                            Field.of("flag", "leading", true, "Leading", "龙头企业"),
                            ON)),
            new Task(
                    "correct-enterprise",
                    "/v1/enterprises/{id}/correction",
                    "Correct an enterprise",
                    "更正企业",
                    "Give only the values that change.",
                    "只填写变更的内容。",
                    List.of(
                            ENTERPRISE,
                            Field.text("name", false, "Name", "名称"),
                            Field.text("zone", false, "Zone (its code)", "区域（代码）"),
                            REASON)),
            new Task(
                    "withdraw-enterprise",
                    "/v1/enterprises/{id}/withdrawal",
                    "Withdraw an enterprise",
                    "撤回企业",
                    "It no longer counts.",
                    "此后不再计入。",
                    List.of(ENTERPRISE, REASON)));

    /** The permission of the command. */
    Permission permission() {
        return switch (id) {
            case "publish", "withdraw-figure" -> Permission.PUBLISHING;
            case "record-trade", "correct-trade", "withdraw-trade" -> Permission.TRADE;
            case "register-enterprise", "correct-enterprise", "withdraw-enterprise" -> Permission.TRADE;
            default -> Permission.ZONE_FACTS;
        };
    }

    /**
     * The task with that name.
     *
     * @throws IllegalArgumentException with all names, if there is none
     */
    static Task named(String id) {
        return ALL.stream()
                .filter(task -> task.id().equals(id))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("must be one of "
                        + String.join(", ", ALL.stream().map(Task::id).toList())));
    }
}
