package org.zoneregistry.trade.read.list;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.vertx.mutiny.sqlclient.Row;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.read.Months;

/**
 * A trade entry at a point in time. Unknown values are absent.
 *
 * @param period the year or month of the trade
 * @param position of the event that gave it this content
 */
@Schema(name = "ListedTradeEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListedEntry(
        String entryId,
        String zone,
        String period,
        Direction direction,
        BusinessForm businessForm,
        @Nullable String hsChapter,
        @Nullable String enterprise,
        @Nullable String partner,
        Money value,
        long position) {

    static ListedEntry of(Row row) {
        return new ListedEntry(
                row.getString("entry"),
                row.getString("zone"),
                Months.period(row.getShort("year"), row.getShort("month")).toString(),
                Direction.parse(row.getString("direction")),
                BusinessForm.parse(row.getString("business_form")),
                row.getString("hs_chapter"),
                row.getString("enterprise"),
                row.getString("partner"),
                new Money(row.getLong("fen")),
                row.getLong("position"));
    }
}
