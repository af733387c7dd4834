package org.zoneregistry.trade.write.correct;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.money.Money;
import org.zoneregistry.trade.event.BusinessForm;
import org.zoneregistry.trade.event.Country;
import org.zoneregistry.trade.event.Direction;
import org.zoneregistry.trade.event.EnterpriseId;
import org.zoneregistry.trade.event.EntryId;
import org.zoneregistry.trade.event.HsChapter;
import org.zoneregistry.trade.event.Period;
import org.zoneregistry.zone.event.ZoneCode;

/** The body of a request to correct a trade entry. */
@Schema(description = "The new content of a recorded entry. Members that are not given stay as they are.")
public record EntryCorrection(
        @Nullable
        @Schema(
                description = "The right zone of the entry. The entry is withdrawn from the other zone, and"
                        + " recorded in this one, in one step.")
        ZoneCode zone,

        @Nullable Period period,
        @Nullable Direction direction,
        @Nullable BusinessForm businessForm,
        @Nullable HsChapter hsChapter,
        @Nullable EnterpriseId enterprise,
        @Nullable Country partner,
        @Nullable Money value,

        @Nullable @Size(max = 3) @Schema(description = "The optional members to remove.")
        List<@NotNull @Pattern(regexp = CLEARABLE, message = "must be one of hsChapter, enterprise, partner") String>
                clears,

        @NotNull @Size(min = 1, max = 2000) String reason) {

    private static final String CLEARABLE = "^(hsChapter|enterprise|partner)$";

    /** Refuses a correction without any change, and one that sets a member and clears it. */
    public EntryCorrection {
        Set<OptionalMember> cleared = members(clears);
        Set<OptionalMember> given = given(hsChapter, enterprise, partner);
        boolean required = zone != null || period != null || direction != null || businessForm != null || value != null;
        if (!required && given.isEmpty() && cleared.isEmpty()) {
            throw new IllegalArgumentException("must give one of the entry's members, or clear one");
        }
        if (!Collections.disjoint(given, cleared)) {
            throw new IllegalArgumentException("must not give a member and clear it");
        }
    }

    CorrectTrade command(EntryId entry) {
        return new CorrectTrade(
                entry,
                zone,
                period,
                direction,
                businessForm,
                hsChapter,
                enterprise,
                partner,
                value,
                members(clears),
                reason);
    }

    private static Set<OptionalMember> given(
            @Nullable HsChapter hsChapter, @Nullable EnterpriseId enterprise, @Nullable Country partner) {
        var given = EnumSet.noneOf(OptionalMember.class);
        if (hsChapter != null) {
            given.add(OptionalMember.HS_CHAPTER);
        }
        if (enterprise != null) {
            given.add(OptionalMember.ENTERPRISE);
        }
        if (partner != null) {
            given.add(OptionalMember.PARTNER);
        }
        return given;
    }

    private static Set<OptionalMember> members(@Nullable List<String> names) {
        var members = EnumSet.noneOf(OptionalMember.class);
        if (names != null) {
            names.forEach(name -> members.add(OptionalMember.parse(name)));
        }
        return members;
    }
}
