package org.zoneregistry.zone.read;

import io.vertx.mutiny.sqlclient.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.territory.Region;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.Wired;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZoneType;
import org.zoneregistry.zone.timeline.ZoneState;

/**
 * A member of a zone: its name in answers, its names for people, and its column in the table {@code zone_state}.
 *
 * @param name its name in answers, with a dot for a member of a member
 * @param en its name for people in English
 * @param zh the same in Chinese
 * @param column its column
 * @param sqlType the type of the column
 * @param stored its value in the table: a text, a list of texts, or {@code null} if it is unknown
 * @param shown its value in answers, {@code null} if it is unknown
 */
public record ZoneMember(
        String name,
        String en,
        String zh,
        String column,
        String sqlType,
        Function<ZoneState, @Nullable Object> stored,
        Function<Zone, @Nullable Object> shown) {

    /** All members, in the order of {@link Zone}. {@link #read} reads their columns in the same order. */
    public static final List<ZoneMember> ALL = List.of(
            of("code", "code", "代码", "zone text", state -> state.code().value(), Zone::code),
            of(
                    "name.en",
                    "name (English)",
                    "名称（英文）",
                    "name_en text",
                    state -> state.name().en(),
                    zone -> zone.name().en()),
            of(
                    "name.zh",
                    "name (Chinese)",
                    "名称（中文）",
                    "name_zh text",
                    state -> state.name().zh(),
                    zone -> zone.name().zh()),
            of("type", "type", "类型", "type text", state -> state.type().wireName(), Zone::type),
            of("status", "status", "状态", "status text", state -> state.status().wireName(), Zone::status),
            of("province", "province", "省份", "province text", ZoneState::province, Zone::province),
            of(
                    "region",
                    "region",
                    "地区",
                    "region text",
                    state -> Zone.region(state.province()).wireName(),
                    Zone::region),
            of(
                    "customsDistrict",
                    "customs district",
                    "关区",
                    "customs_district text",
                    ZoneState::customsDistrict,
                    Zone::customsDistrict),
            of(
                    "areaKm2",
                    "area in km²",
                    "面积（平方公里）",
                    "area_km2 numeric",
                    state -> plain(state.areaKm2()),
                    Zone::areaKm2),
            of(
                    "facilities",
                    "facilities",
                    "设施",
                    "facilities text[]",
                    state -> state.facilities().stream().map(Wired::wireName).toList(),
                    Zone::facilities),
            of(
                    "predecessors",
                    "predecessors",
                    "前身",
                    "predecessors text[]",
                    state -> state.predecessors().stream().map(ZoneCode::value).toList(),
                    Zone::predecessors),
            of(
                    "successor",
                    "successor",
                    "后继",
                    "successor text",
                    state ->
                            state.successor() == null ? null : state.successor().value(),
                    Zone::successor),
            of(
                    "establishedOn",
                    "established",
                    "设立",
                    "established_on date",
                    state -> state.establishedOn().toString(),
                    Zone::establishedOn),
            of(
                    "establishedNotBefore",
                    "established, at the earliest",
                    "设立（最早）",
                    "established_not_before date",
                    state -> state.establishedNotBefore().toString(),
                    Zone::establishedNotBefore),
            of(
                    "effectiveOn",
                    "last change",
                    "最近变动",
                    "effective_on date",
                    state -> state.effectiveOn().toString(),
                    Zone::effectiveOn),
            of(
                    "effectiveNotBefore",
                    "last change, at the earliest",
                    "最近变动（最早）",
                    "effective_not_before date",
                    state -> state.effectiveNotBefore().toString(),
                    Zone::effectiveNotBefore));

    /** The columns of all members, separated by commas. */
    public static final String COLUMNS = columns(ZoneMember::column);

    private static ZoneMember of(
            String name,
            String en,
            String zh,
            String column,
            Function<ZoneState, @Nullable Object> stored,
            Function<Zone, @Nullable Object> shown) {
        int space = column.indexOf(' ');
        return new ZoneMember(name, en, zh, column.substring(0, space), column.substring(space + 1), stored, shown);
    }

    /** A text for each member, separated by commas. */
    public static String columns(Function<ZoneMember, String> text) {
        return ALL.stream().map(text).collect(Collectors.joining(", "));
    }

    /** The zone of a row that begins with {@link #COLUMNS}. */
    public static Zone read(Row row) {
        int column = 0;
        return new Zone(
                row.getString(column++),
                new ZoneNameAnswer(row.getString(column++), row.getString(column++)),
                ZoneType.parse(row.getString(column++)),
                ZoneStatus.parse(row.getString(column++)),
                row.getString(column++),
                Region.valueOf(row.getString(column++).toUpperCase(Locale.ROOT)),
                row.getString(column++),
                row.getBigDecimal(column++),
                Stream.of(row.getArrayOfStrings(column++))
                        .map(FacilityKind::parse)
                        .toList(),
                List.of(row.getArrayOfStrings(column++)),
                row.getString(column++),
                row.getLocalDate(column++),
                row.getLocalDate(column++),
                row.getLocalDate(column++),
                row.getLocalDate(column));
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.toPlainString();
    }
}
