package org.zoneregistry.statistics.share;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Amount;
import org.zoneregistry.statistics.formula.Figure;

/**
 * The zones' share, from one source.
 *
 * @param basis the source: entries, published (the zones' published total), published-comprehensive (that of
 *     comprehensive zones only)
 * @param zonesTrade the zones' trade in it; absent if nothing was recorded or published
 * @param foreignTrade the territory's published foreign trade; absent if none was published
 * @param share the zones' trade over the foreign trade
 * @param source who published the zones' trade
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ShareRow(
        String basis,
        @Nullable Amount zonesTrade,
        @Nullable Amount foreignTrade,
        Figure share,
        @Nullable String source) {}
