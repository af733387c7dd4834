package org.zoneregistry.audit.evidence;

import java.util.List;

/** The files of a bundle, by name. */
public final class EvidenceFiles {

    /** For people. */
    public static final String COVER = "cover.html";

    /** What the others hash to, signed: the only one whose hash stands nowhere. */
    public static final String MANIFEST = "manifest.txt";

    /** The zone, as GET /v1/zones/{code} has it. */
    public static final String ANSWER = "answer.json";

    /** The events about the zone, one on each line, as they are stored and hashed. */
    public static final String EVENTS = "events.ndjson";

    /** That each of the events is in the tree: {@link ProofsFile}. */
    public static final String PROOFS = "proofs.json";

    /** What the tree is committed to by. */
    public static final String CHECKPOINT = "checkpoint.txt";

    /** What checkpoint and manifest are signed with, as the registry says. */
    public static final String KEY = "key.txt";

    /** All but the manifest, in the order of the file. */
    public static final List<String> HASHED = List.of(COVER, ANSWER, EVENTS, PROOFS, CHECKPOINT, KEY);

    private EvidenceFiles() {}
}
