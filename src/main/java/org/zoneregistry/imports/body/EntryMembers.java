package org.zoneregistry.imports.body;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** The members of a line in JSON, as text. Required members and rules are the same as for CSV. */
@RegisterForReflection
record EntryMembers(
        @Nullable String entryId,
        @Nullable String zone,
        @Nullable String period,
        @Nullable String direction,
        @Nullable String businessForm,
        @Nullable String hsChapter,
        @Nullable String enterprise,
        @Nullable String partner,
        @Nullable String value,
        @Nullable String problem) {

    @Nullable
    String text(EntryColumn column) {
        return switch (column) {
            case ENTRY_ID -> entryId;
            case ZONE -> zone;
            case PERIOD -> period;
            case DIRECTION -> direction;
            case BUSINESS_FORM -> businessForm;
            case HS_CHAPTER -> hsChapter;
            case ENTERPRISE -> enterprise;
            case PARTNER -> partner;
            case VALUE -> value;
            case PROBLEM -> problem;
        };
    }
}
