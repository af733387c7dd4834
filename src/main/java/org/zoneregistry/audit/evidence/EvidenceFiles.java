package org.zoneregistry.audit.evidence;

import java.util.List;

/** The files of a bundle, by name. */
public final class EvidenceFiles {

    /** For people. */
    public static final String COVER = "cover.html";

    /** The signed hashes of the other files; the only file without a hash. */
    public static final String MANIFEST = "manifest.txt";

    /** The zone, as in GET /v1/zones/{code}. */
    public static final String ANSWER = "answer.json";

    /** The events about the zone, one on each line, as they are stored and hashed. */
    public static final String EVENTS = "events.ndjson";

    /** The proofs that each of the events is in the tree: {@link ProofsFile}. */
    public static final String PROOFS = "proofs.json";

    /** The checkpoint of the tree. */
    public static final String CHECKPOINT = "checkpoint.txt";

    /** The keys of checkpoint and manifest, as the registry lists them. */
    public static final String KEY = "key.txt";

    /** All files except the manifest, in the order of the manifest. */
    public static final List<String> HASHED = List.of(COVER, ANSWER, EVENTS, PROOFS, CHECKPOINT, KEY);

    private EvidenceFiles() {}
}
