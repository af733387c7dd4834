package org.zoneregistry.ledger;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.decision.Rejection;

/** What a ledger is for. It is chosen by the first start on it ({@value #SETTING}) and stays so. */
public enum Dataset {

    /** What is known, the reference data first. */
    REFERENCE,

    /**
     * The zones and published figures of the reference data, and trade entries that are generated so that those come
     * out.
     */
    ILLUSTRATIVE;

    /** The setting that chooses. */
    public static final String SETTING = "registry.dataset";

    /** Begins the id of every entry of an illustrative ledger, and of no other. */
    public static final String ILLUSTRATIVE_PREFIX = "illustrative-";

    /**
     * Reads the setting.
     *
     * @throws IllegalArgumentException listing the known names, if there is no such data set
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

    /** What to say to those who read figures of such a ledger; empty where figures are what they seem. */
    public Optional<String> notice() {
        return switch (this) {
            case REFERENCE -> Optional.empty();
            case ILLUSTRATIVE ->
                Optional.of("Illustrative: the trade entries behind these figures are generated, not reported."
                        + " Only the published totals that they add up to are real.");
        };
    }

    /** Why an entry of that id can't be recorded in a ledger of this data set; empty where it can. */
    public Optional<Rejection> refusal(String entryId) {
        boolean illustrative = entryId.startsWith(ILLUSTRATIVE_PREFIX);
        return switch (this) {
            case REFERENCE ->
                illustrative
                        ? refusal(
                                entryId,
                                "Entry ids that begin with " + ILLUSTRATIVE_PREFIX
                                        + " are those of the illustrative data set. Give the entry another entryId.")
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
