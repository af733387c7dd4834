package org.zoneregistry.trade.write.aggregate;

import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.territory.Province;
import org.zoneregistry.trade.event.AggregatePublished;
import org.zoneregistry.trade.event.PublishedAggregate;
import org.zoneregistry.trade.event.TradeEvent;

/**
 * Decides on {@link PublishAggregate}: the territory must be known. If the current figure is the same, it is already
 * recorded.
 */
public final class PublishAggregateDecider {

    private PublishAggregateDecider() {}

    /**
     * Accepts the figure, finds it recorded before, or refuses an unknown territory.
     *
     * @param state the state of the figure with that key
     */
    public static Decision<TradeEvent> decide(AggregateState state, PublishAggregate command) {
        String territory = command.aggregate().territory();
        if (!territory.equals(PublishedAggregate.COUNTRY)
                && Province.byIso(territory).isEmpty()) {
            return Decision.reject(Rejection.of(
                            ProblemType.UNKNOWN_PROVINCE,
                            "There is no territory " + territory + ". Give " + PublishedAggregate.COUNTRY
                                    + ", or a province's ISO 3166-2 code, such as CN-JS; GET /v1/territories lists"
                                    + " them.")
                    .about("territory", territory));
        }
        var standing = state.standing();
        if (standing != null && standing.event().aggregate().equals(command.aggregate())) {
            return Decision.alreadyRecorded(standing);
        }
        return Decision.accept(new AggregatePublished(command.aggregate()));
    }
}
