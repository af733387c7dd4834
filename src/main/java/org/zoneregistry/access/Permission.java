package org.zoneregistry.access;

import static org.zoneregistry.access.Role.AUDITOR;
import static org.zoneregistry.access.Role.OPERATOR;
import static org.zoneregistry.access.Role.PUBLISHER;
import static org.zoneregistry.access.Role.REGISTRAR;
import static org.zoneregistry.access.Role.REPORTER;
import static org.zoneregistry.access.Scope.ALL;
import static org.zoneregistry.access.Scope.OWN;
import static org.zoneregistry.access.Scope.PROVINCES;
import static org.zoneregistry.access.Scope.STATE;
import static org.zoneregistry.access.Scope.ZONES;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Who may do what: the one table of operations and roles. Each operation of the OpenAPI document is in one row, by its
 * operationId, and so is each page for people. An operation without a row is refused to everybody. A page has the
 * permission of everything that it shows. The page docs/security.md has the same table.
 */
public enum Permission {
    /** The proofs of the log, for everybody. They contain only hashes. */
    PROOFS(
            Openness.EVERYBODY,
            roles(),
            "listProblemTypes",
            "getProblemType",
            "getCheckpoint",
            "getVerifierKey",
            "listVerifierKeys",
            "listCheckpoints",
            "getTile",
            "proveInclusion",
            "proveConsistency",
            "showVerifier"),
    /** Signing in to the pages, and out. */
    SESSION(Openness.EVERYBODY, roles(), "showSignIn", "showSignOut"),
    /** The OpenAPI document. */
    DOCUMENT(Openness.SIGNED_IN, roles(), "getOpenApi"),
    /** Zones and published figures. */
    FIGURES(
            Openness.BY_SETTING,
            roles().to(AUDITOR, ALL).to(REPORTER, ALL).to(REGISTRAR, ALL).to(PUBLISHER, ALL),
            "listTerritories",
            "listZones",
            "getZone",
            "getZoneHistory",
            "getZoneTimeline",
            "getZoneStates",
            "diffZone",
            "diffRegistry",
            "getTimeMap",
            "composition",
            "compositionOverTime",
            "briefing",
            "listAggregates",
            "getSdmxStructure",
            "showZones",
            "showBriefing"),
    /** Sums of entries, and figures computed from them. */
    STATISTICS(
            Openness.ROLES,
            roles().to(AUDITOR, ALL)
                    .to(REPORTER, ZONES)
                    .to(REGISTRAR, PROVINCES)
                    .to(PUBLISHER, ALL),
            "sumTrade",
            "growthOfTrade",
            "shareOfForeignTrade",
            "imbalanceOfTrade",
            "concentrationOfTrade",
            "similarityOfZones",
            "diagnoseZone",
            "listVintages",
            "listCompleteness",
            "getSdmxData",
            "getSdmxDataOfProvider",
            "showZone"),
    /** Pages with statistics of all zones. They are for callers without limits. */
    OVERVIEWS(Openness.ROLES, roles().to(AUDITOR, ALL).to(PUBLISHER, ALL), "showDashboard", "showComparison"),
    /**
     * The page with forms for commands and imports. It shows each of its parts to those with the part's permission, and
     * what a form sends needs the permission of its command.
     */
    WORK(
            Openness.ROLES,
            roles().to(AUDITOR, ALL)
                    .to(REPORTER, OWN)
                    .to(REGISTRAR, OWN)
                    .to(PUBLISHER, OWN)
                    .to(OPERATOR, STATE),
            "showWork",
            "sendCommand",
            "sendFile"),
    /** Entries and enterprises. */
    ENTRIES(
            Openness.ROLES,
            roles().to(AUDITOR, ALL).to(REPORTER, ZONES),
            "listTrade",
            "getTradeEntry",
            "getTradeEntryHistory",
            "getEnterprise",
            "getEnterpriseHistory"),
    /** The events, by pages or live. */
    FEED(Openness.ROLES, roles().to(AUDITOR, ALL).to(REPORTER, ZONES), "getEvents"),
    /** The log itself, and the evidence for an auditor. */
    EVIDENCE(
            Openness.ROLES,
            roles().to(AUDITOR, ALL),
            "getLoggedEvent",
            "getEntryBundle",
            "getEventHistogram",
            "exportLog",
            "getZoneEvidence",
            "replayZone",
            "showLog",
            "showEvent"),
    /** Verifications of the registry by itself. */
    VERIFICATIONS(
            Openness.ROLES,
            roles().to(AUDITOR, ALL).to(OPERATOR, ALL),
            "verifyRegistry",
            "beginVerification",
            "listVerifications",
            "getVerification"),
    /** The progress of projections. */
    PROJECTIONS(
            Openness.ROLES,
            roles().to(AUDITOR, ALL).to(OPERATOR, ALL),
            "listProjections",
            "getProjection",
            "compareCopy",
            "listRebuilds",
            "getRebuild",
            "watchRebuild"),
    /** Metrics, and what health checks say beside up or down ({@link OperatorRoutes}). */
    MONITORING(Openness.ROLES, roles().to(OPERATOR, ALL), "metrics", "healthDetails"),
    /** Rebuilding projections. */
    REBUILDS(Openness.ROLES, roles().to(OPERATOR, ALL), "rebuildProjection", "giveUpRebuild"),
    /** Recording, correcting and withdrawing entries and enterprises. */
    TRADE(
            Openness.ROLES,
            roles().to(REPORTER, ZONES),
            "recordTrade",
            "correctTrade",
            "withdrawTrade",
            "registerEnterprise",
            "correctEnterprise",
            "withdrawEnterprise",
            "startImport"),
    /** The progress of imports. */
    IMPORTS(
            Openness.ROLES,
            roles().to(AUDITOR, ALL).to(REPORTER, OWN).to(OPERATOR, STATE),
            "listImports",
            "getImport",
            "watchImport"),
    /** The lines that imports refused. */
    REFUSED_LINES(Openness.ROLES, roles().to(AUDITOR, ALL).to(REPORTER, OWN), "getRefusedLines"),
    /** Cancelling an import. */
    CANCEL_IMPORT(Openness.ROLES, roles().to(REPORTER, OWN).to(OPERATOR, STATE), "cancelImport"),
    /** Jobs of all kinds. An import is its caller's job; other jobs belong to nobody. */
    JOBS(Openness.ROLES, roles().to(AUDITOR, ALL).to(REPORTER, OWN).to(OPERATOR, ALL), "listJobs", "getJob"),
    /** Cancelling a job. */
    CANCEL_JOB(Openness.ROLES, roles().to(REPORTER, OWN).to(OPERATOR, ALL), "cancelJob"),
    /** Recording, amending and withdrawing facts of zones. */
    ZONE_FACTS(
            Openness.ROLES,
            roles().to(REGISTRAR, PROVINCES),
            "establishZone",
            "acceptZone",
            "adjustArea",
            "closeZone",
            "convertZone",
            "integrateZones",
            "renameZone",
            "commissionFacility",
            "decommissionFacility",
            "amendFact",
            "withdrawFact"),
    /** Publishing and withdrawing figures. */
    PUBLISHING(Openness.ROLES, roles().to(PUBLISHER, PROVINCES), "publishAggregate", "withdrawAggregate");

    /** The callers besides those with a role. */
    public enum Openness {
        /** Everybody. */
        EVERYBODY,
        /** Everybody with a valid token; with a setting, everybody. */
        SIGNED_IN,
        /** With a setting, everybody. */
        BY_SETTING,
        /** Nobody else. */
        ROLES
    }

    private static final class Grants {
        private final Map<Role, Scope> scopes = new EnumMap<>(Role.class);

        private Grants to(Role role, Scope scope) {
            scopes.put(role, scope);
            return this;
        }
    }

    private final Openness openness;

    @SuppressWarnings("ImmutableEnumChecker") // a map that can't be modified
    private final Map<Role, Scope> grants;

    @SuppressWarnings("ImmutableEnumChecker") // a list that can't be modified
    private final List<String> operations;

    Permission(Openness openness, Grants grants, String... operations) {
        this.openness = openness;
        this.grants = Collections.unmodifiableMap(grants.scopes);
        this.operations = List.copyOf(Arrays.asList(operations));
    }

    private static Grants roles() {
        return new Grants();
    }

    /** The callers besides those with a role. */
    public Openness openness() {
        return openness;
    }

    /** The roles with this permission, and their scopes. */
    public Map<Role, Scope> grants() {
        return grants;
    }

    /** The operationIds of the permitted operations. */
    public List<String> operations() {
        return operations;
    }

    /** The name in settings and documents. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The permission of that name.
     *
     * @throws IllegalArgumentException where there is none
     */
    static Permission of(String wireName) {
        return Arrays.stream(values())
                .filter(permission -> permission.wireName().equals(wireName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no permission " + wireName + "."));
    }

    /** Whether a setting can give the permission to everybody. */
    boolean canBePublic() {
        return openness == Openness.SIGNED_IN || openness == Openness.BY_SETTING;
    }
}
