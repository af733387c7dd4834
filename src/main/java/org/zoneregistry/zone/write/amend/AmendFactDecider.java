package org.zoneregistry.zone.write.amend;

import static java.util.Objects.requireNonNullElse;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.zoneregistry.decision.BrokenMember;
import org.zoneregistry.decision.Decision;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;
import org.zoneregistry.territory.Province;
import org.zoneregistry.zone.event.EffectiveDays;
import org.zoneregistry.zone.event.FactValue;
import org.zoneregistry.zone.event.ZoneCode;
import org.zoneregistry.zone.event.ZoneEvent;
import org.zoneregistry.zone.event.ZoneFact;
import org.zoneregistry.zone.event.ZoneFactAmended;
import org.zoneregistry.zone.timeline.Timelines;
import org.zoneregistry.zone.write.CorrectionRejections;
import org.zoneregistry.zone.write.FactDecider;

/**
 * Decides on {@link AmendFact}: the fact counts, it has the given values, and every timeline that it touched or touches
 * now still folds.
 */
public final class AmendFactDecider {

    private AmendFactDecider() {}

    /**
     * Accepts the amendment, or finds that the fact has this content already, or gives the reason for a refusal.
     *
     * @param zones all events of the zones that the fact touches, before and after
     */
    public static Decision<ZoneEvent> decide(Timelines zones, AmendFact command) {
        var standing = zones.fact(command.fact());
        if (standing.isEmpty()) {
            return Decision.reject(CorrectionRejections.notStanding(zones, command.fact()));
        }
        ZoneFact before = standing.get().fact();
        var unknown = new TreeSet<>(command.values().given());
        Set<String> members = before.factType().members();
        unknown.removeAll(members);
        if (!unknown.isEmpty()) {
            return Decision.reject(Rejection.invalid(
                    "/values",
                    "must not have " + String.join(", ", unknown) + ": a "
                            + before.factType().wireName() + " has "
                            + (members.isEmpty() ? "only its days" : String.join(", ", new TreeSet<>(members)))));
        }
        String province = command.values().get(FactValue.PROVINCE);
        if (province != null && Province.byIso(province).isEmpty()) {
            return Decision.reject(Rejection.of(
                            ProblemType.UNKNOWN_PROVINCE,
                            "There is no province " + province
                                    + ". Give its ISO 3166-2 code, such as CN-JS; GET /v1/territories lists them.")
                    .about("province", province));
        }
        ZoneFact amended;
        try {
            amended = amended(before, command);
        } catch (BrokenMember broken) {
            return Decision.reject(invalid(before, command, broken));
        }
        return amended.equals(before)
                ? zones.lastAbout(command.fact())
                        .map(FactDecider::alreadyRecorded)
                        .orElseThrow()
                : decide(zones, command, before, amended);
    }

    /** The violation of the member of the request that is wrong. */
    private static Rejection invalid(ZoneFact before, AmendFact command, BrokenMember broken) {
        if (!broken.member().equals(EffectiveDays.NOT_BEFORE)) {
            return Rejection.invalid("/values/" + broken.member(), String.valueOf(broken.getMessage()));
        }
        if (command.effectiveNotBefore() == null) {
            return Rejection.invalid(
                    "/" + EffectiveDays.ON,
                    "must not be before the fact's effectiveNotBefore, " + before.effectiveNotBefore());
        }
        return Rejection.invalid(
                "/" + EffectiveDays.NOT_BEFORE,
                command.effectiveOn() == null
                        ? "must not be after the fact's effectiveOn, " + before.effectiveOn()
                        : String.valueOf(broken.getMessage()));
    }

    /**
     * The fact with the new values.
     *
     * @throws BrokenMember if the values or the days contradict each other
     */
    private static ZoneFact amended(ZoneFact before, AmendFact command) {
        return before.factType()
                .maker()
                .make(
                        before.zone(),
                        command.values().over(before.values()),
                        requireNonNullElse(command.effectiveOn(), before.effectiveOn()),
                        requireNonNullElse(command.effectiveNotBefore(), before.effectiveNotBefore()));
    }

    private static Decision<ZoneEvent> decide(Timelines zones, AmendFact command, ZoneFact before, ZoneFact amended) {
        for (ZoneCode zone : amended.zones()) {
            if (!before.zones().contains(zone) && zones.of(zone).facts().isEmpty()) {
                return Decision.reject(FactDecider.notFound(zone));
            }
        }
        var touched = new LinkedHashSet<>(before.zones());
        touched.addAll(amended.zones());
        return zones.misfitAmending(command.fact(), amended, touched)
                .map(misfit -> Decision.<ZoneEvent>reject(FactDecider.timelineConflict(misfit, command.fact())))
                .orElseGet(() -> Decision.accept(
                        new ZoneFactAmended(command.fact(), amended, before.zones(), command.reason())));
    }
}
