package org.zoneregistry.statistics.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.asof.InEachRow;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.Basis;
import org.zoneregistry.statistics.cube.Coverage;
import org.zoneregistry.statistics.cube.PublishedFigures.PublishedFigure;
import org.zoneregistry.statistics.formula.Figure;
import org.zoneregistry.statistics.formula.Share;
import org.zoneregistry.trade.event.AggregateSubject;
import org.zoneregistry.trade.event.Period;

/**
 * The zones' share in a territory's published foreign trade.
 *
 * @param share from the entries if they cover the published total of the zones, or if there is no such total; otherwise
 *     from that total
 * @param basis which of the rows it is
 * @param coverage the entries' sum over the published total of the zones
 * @param entries how many entries are in the sum
 * @param covers what their sum covers; absent if there are no entries
 * @param notBrokenDown trade that was recorded for the whole year and not for the month, which is ignored; absent if
 *     there is none
 * @param warnings that trade may be counted twice; absent if there are none
 * @param foreignTradeSource who published the territory's foreign trade
 * @param rows the share from each source
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ZonesShare(
        String territory,
        String period,
        String definition,
        Figure share,
        String basis,
        Figure coverage,
        long entries,
        @InEachRow @Nullable Coverage covers,
        @InEachRow @Nullable Amount notBrokenDown,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings,
        @Nullable String foreignTradeSource,
        List<ShareRow> rows) {

    /** The coverage from which entries count as complete: published totals are rounded to about three digits. */
    static final BigDecimal COMPLETE = new BigDecimal("0.990000");

    static final String DEFINITION =
            "The zones' trade over the territory's published foreign trade. From the entries where"
                    + " their coverage of the published total of the zones is at least " + COMPLETE
                    + ", or no such total was published; else from that total.";

    public ZonesShare {
        warnings = List.copyOf(warnings);
        rows = List.copyOf(rows);
    }

    static ZonesShare of(String territory, Period period, Basis from, List<PublishedFigure> published) {
        Amount recorded = from.total();
        Coverage covers = from.coverage();
        long entries = covers == null ? 0 : covers.entries();
        PublishedFigure foreign = find(published, AggregateSubject.FOREIGN_TRADE);
        Amount foreignTrade = total(foreign);
        Amount zones = total(find(published, AggregateSubject.ZONES));
        Figure coverage = zones == null ? none(AggregateSubject.ZONES, territory, period) : Share.of(recorded, zones);
        boolean fromEntries = zones == null ? entries > 0 : !coverage.isBelow(COMPLETE);
        var rows = List.of(
                row("entries", entries == 0 ? null : recorded, foreignTrade, territory, period, null),
                row(AggregateSubject.ZONES, foreignTrade, territory, period, published),
                row(AggregateSubject.COMPREHENSIVE_ZONES, foreignTrade, territory, period, published));
        ShareRow used = rows.get(fromEntries ? 0 : 1);
        return new ZonesShare(
                territory,
                period.toString(),
                DEFINITION,
                used.share(),
                used.basis(),
                coverage,
                entries,
                covers,
                from.notBrokenDown(),
                from.warnings(),
                foreign == null ? null : foreign.aggregate().source(),
                rows);
    }

    private static ShareRow row(
            AggregateSubject subject,
            @Nullable Amount foreignTrade,
            String territory,
            Period period,
            List<PublishedFigure> published) {
        PublishedFigure figure = find(published, subject);
        return row(
                subject == AggregateSubject.ZONES ? "published" : "published-comprehensive",
                total(figure),
                foreignTrade,
                territory,
                period,
                figure == null ? null : figure.aggregate().source());
    }

    private static ShareRow row(
            String basis,
            @Nullable Amount zonesTrade,
            @Nullable Amount foreignTrade,
            String territory,
            Period period,
            @Nullable String source) {
        Figure share;
        if (zonesTrade == null) {
            share = Figure.none("no trade of zones of " + territory + " is known from this source for " + period);
        } else if (foreignTrade == null) {
            share = none(AggregateSubject.FOREIGN_TRADE, territory, period);
        } else {
            share = Share.of(zonesTrade, foreignTrade);
        }
        return new ShareRow(basis, zonesTrade, foreignTrade, share, source);
    }

    private static Figure none(AggregateSubject subject, String territory, Period period) {
        return Figure.none("no " + subject.wireName() + " of " + territory + " was published for " + period);
    }

    private static @Nullable Amount total(@Nullable PublishedFigure figure) {
        return figure == null ? null : Amount.of(figure.aggregate().total());
    }

    private static @Nullable PublishedFigure find(List<PublishedFigure> published, AggregateSubject subject) {
        return published.stream()
                .filter(figure -> figure.aggregate().subject() == subject)
                .findAny()
                .orElse(null);
    }
}
