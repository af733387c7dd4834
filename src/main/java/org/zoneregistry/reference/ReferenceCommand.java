package org.zoneregistry.reference;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.event.TradeEntry;
import org.zoneregistry.trade.write.aggregate.PublishAggregate;
import org.zoneregistry.trade.write.record.RecordTrade;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneName;
import org.zoneregistry.zone.write.accept.AcceptZone;
import org.zoneregistry.zone.write.area.AdjustArea;
import org.zoneregistry.zone.write.close.CloseZone;
import org.zoneregistry.zone.write.convert.ConvertToComprehensive;
import org.zoneregistry.zone.write.establish.EstablishZone;
import org.zoneregistry.zone.write.integrate.IntegrateZones;

/**
 * A command that records a row of the reference data.
 *
 * @param idempotencyKey identifies the row, and the part of it, for ever: {@code reference:history:17},
 *     {@code reference:national:2022:zones}
 * @param command the command: a fact about zones, a published figure, or an entry
 * @param source where the knowledge comes from, and how the row was interpreted
 */
public record ReferenceCommand(String idempotencyKey, Object command, String source) {

    /**
     * SHA-256 of the command's content in hexadecimal. It depends only on the values, so a later release with the same
     * values sends the same hash.
     */
    public String requestHash() {
        return sha256(content().map(ReferenceCommand::text).collect(Collectors.joining("\n")));
    }

    static String sha256(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    private Stream<@Nullable Object> content() {
        return switch (command) {
            case EstablishZone(
                    var code,
                    ZoneName(var en, var zh),
                    var type,
                    var province,
                    var customsDistrict,
                    var areaKm2,
                    var on,
                    var notBefore) ->
                Stream.of(
                        "establish", code, en, zh, type.wireName(), province, customsDistrict, areaKm2, on, notBefore);
            case AcceptZone(var zone, var on, var notBefore) -> Stream.of("accept", zone, on, notBefore);
            case ConvertToComprehensive(var zone, var name, var areaKm2, var absorbs, var on, var notBefore) ->
                Stream.of(
                        "convert",
                        zone,
                        name == null ? null : name.en(),
                        name == null ? null : name.zh(),
                        areaKm2,
                        absorbs,
                        on,
                        notBefore);
            case IntegrateZones(var zone, var absorbs, var areaKm2, var on, var notBefore) ->
                Stream.of("integrate", zone, absorbs, areaKm2, on, notBefore);
            case AdjustArea(var zone, var areaKm2, var on, var notBefore) ->
                Stream.of("adjust-area", zone, areaKm2, on, notBefore);
            case CloseZone(var zone, var reason, var on, var notBefore) ->
                Stream.of("close", zone, reason, on, notBefore);
            case PublishAggregate(
                    PublishedAggregate(
                            var subject,
                            var territory,
                            var period,
                            var form,
                            var total,
                            var imports,
                            var exports,
                            var _)) ->
                Stream.of(
                        "publish-aggregate",
                        subject.wireName(),
                        territory,
                        period,
                        form == null ? null : form.wireName(),
                        total,
                        imports,
                        exports);
            case RecordTrade(
                    TradeEntry(
                            var id,
                            var zone,
                            var period,
                            var direction,
                            var form,
                            var hsChapter,
                            var enterprise,
                            var partner,
                            var value)) ->
                Stream.of(
                        "record-trade",
                        id,
                        zone,
                        period,
                        direction.wireName(),
                        form.wireName(),
                        hsChapter,
                        enterprise,
                        partner,
                        value);
            default -> throw new IllegalStateException("No row is told as a " + command.getClass());
        };
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.stripTrailingZeros().toPlainString();
            case List<?> codes -> codes.stream().map(ReferenceCommand::text).collect(Collectors.joining(" "));
            case ZoneCode code -> code.value();
            default -> value.toString();
        };
    }
}
