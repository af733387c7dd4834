package org.zoneregistry.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;

/** The data set of a ledger. The first start on a ledger chooses it ({@value #SETTING}), and it never changes. */
public enum Dataset {

    /** Known facts, beginning with the reference data. */
    REFERENCE,

    /**
     * The zones and published figures of the reference data, with generated trade entries that add up to the published
     * figures.
     */
    ILLUSTRATIVE;

    /** The setting that chooses. */
    public static final String SETTING = "registry.dataset";

    /** The prefix of every entry id in an illustrative ledger. No other ledger uses it. */
    public static final String ILLUSTRATIVE_PREFIX = "illustrative-";

    /** The notice of an illustrative ledger. */
    public static final String NOTICE = "Illustrative: the trade entries behind these figures are generated, not"
            + " reported. Only the published totals that they add up to are real.";

    /**
     * Reads the setting.
     *
     * @throws IllegalArgumentException with the known names, if there is no such data set
     */
    public static Dataset parse(String name) {
        return Arrays.stream(values())
                .filter(dataset -> dataset.wireName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(SETTING + " is " + name + ", and must be one of "
                        + Arrays.stream(values()).map(Dataset::wireName).collect(Collectors.joining(", ")) + "."));
    }

    /** The name in settings, in headers and in the database. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A notice for readers of figures of such a ledger. Empty if figures are real. */
    public Optional<String> notice() {
        return switch (this) {
            case REFERENCE -> Optional.empty();
            case ILLUSTRATIVE -> Optional.of(NOTICE);
        };
    }

    /** Why an entry with that id can't be recorded in a ledger of this data set. Empty if it can. */
    public Optional<Rejection> refusal(String entryId) {
        boolean illustrative = entryId.startsWith(ILLUSTRATIVE_PREFIX);
        return switch (this) {
            case REFERENCE ->
                illustrative
                        ? refusal(
                                entryId,
                                "Entry ids that begin with " + ILLUSTRATIVE_PREFIX
                                        + " belong to the illustrative data set. Give the entry another entryId.")
                        : Optional.empty();
            case ILLUSTRATIVE ->
                illustrative
                        ? Optional.empty()
                        : refusal(
                                entryId,
                                "This ledger is illustrative: entry ids in it begin with " + ILLUSTRATIVE_PREFIX
                                        + ". Record real entries in a registry of the reference data set.");
        };
    }

    private static Optional<Rejection> refusal(String entryId, String detail) {
        return Optional.of(Rejection.of(ProblemType.DATASET_MISMATCH, detail).about("entryId", entryId));
    }
}
