package org.zoneregistry.audit.verification;

import static org.zoneregistry.audit.verification.Finding.Kind.CHECKPOINT_CHANGED;
import static org.zoneregistry.audit.verification.Finding.Kind.CHECKPOINT_CONTRADICTED;
import static org.zoneregistry.audit.verification.Finding.Kind.EVENT_CHANGED;
import static org.zoneregistry.audit.verification.Finding.Kind.EVENT_OR_TILE_CHANGED;
import static org.zoneregistry.audit.verification.Finding.Kind.TILE_CHANGED;
import static org.zoneregistry.audit.verification.Finding.Kind.TILE_MISSING;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.audit.merkle.GrowingTiles;
import org.zoneregistry.audit.merkle.GrowingTree;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.merkle.Tile;
import org.zoneregistry.audit.note.Checkpoint;
import org.zoneregistry.audit.note.SignedNote;

/**
 * Builds the tree again from the events. From the first difference on, it also builds a second tree from the stored
 * tiles. The next checkpoint shows which of the two was signed, and so whether an event or a tile was changed.
 *
 * <p>Leaves are added in order. A checkpoint is added after the last leaf that it covers, and before the next one.
 */
final class TreeCheck {

    private static final String TREE = "audit_tile";
    private static final String CHECKPOINT = "audit_checkpoint";

    /** The largest number of differences that are remembered between two checkpoints. */
    private static final int MOST_DIFFERING = 1_000;

    private final Findings findings;
    private final GrowingTiles log = new GrowingTiles();
    private @Nullable GrowingTree tiles; // null while both trees are the same
    private boolean logIsWhole = true;
    private boolean tilesAreWhole = true;
    private final List<Long> differing = new ArrayList<>();
    private final List<Tile> higherDiffering = new ArrayList<>();
    private boolean isContradicted;
    private boolean leavesDiffer;
    private long signedUpTo;
    private long logSignedUpTo;
    private long checkpoints;

    TreeCheck(Findings findings) {
        this.findings = findings;
    }

    /** The number of checkpoints. */
    long checkpoints() {
        return checkpoints;
    }

    /**
     * Adds the next leaf.
     *
     * @param event the hash of the event; null if the event is missing
     * @param kept the hash in the tile; null if it is missing
     */
    void leaf(@Nullable Hash event, @Nullable Hash kept) {
        long position = log.size() + 1;
        if (kept == null) {
            if (tilesAreWhole || (position - 1) % Tile.WIDTH == 0) {
                long tile = (position - 1) / Tile.WIDTH;
                findings.add(
                        TILE_MISSING, position, TREE, "Tile 0/" + tile + " has no hash of position " + position + ".");
            }
            tilesAreWhole = false;
        }
        if (event == null) {
            logIsWhole = false;
        }
        Hash ofLog = event != null ? event : kept != null ? kept : Hash.EMPTY;
        Hash ofTiles = kept != null ? kept : ofLog;
        if (!ofLog.equals(ofTiles)) {
            leavesDiffer = true;
            if (differing.size() < MOST_DIFFERING) {
                differing.add(position);
            }
            if (tiles == null) {
                tiles = log.tree();
            }
        }
        log.add(ofLog);
        if (tiles != null) {
            tiles.add(ofTiles, (node, hash) -> {});
        }
    }

    /** The tiles that have changed since the last call, computed from the events. */
    List<GrowingTiles.Written> changed() {
        return log.changed();
    }

    /** Compares a tile above the lowest level with the stored one, which may be longer. */
    void higher(GrowingTiles.Written computed, byte @Nullable [] kept) {
        Tile tile = computed.tile();
        int length = tile.width() * Hash.BYTES;
        if (kept == null || kept.length < length) {
            findings.add(
                    TILE_MISSING,
                    firstPosition(tile),
                    TREE,
                    "Tile " + tile.level() + "/" + tile.index() + " has fewer than " + tile.width() + " hashes.");
        } else if (logIsWhole && !GrowingTiles.Written.of(tile, kept).equals(computed)) {
            if (lastPosition(tile) <= logSignedUpTo) {
                changed(TILE_CHANGED, tile);
            } else if (!leavesDiffer) { // otherwise it follows from the changed leaf
                higherDiffering.add(tile);
            }
        }
    }

    /** Compares a checkpoint that covers all leaves so far. */
    void checkpoint(IssuedCheckpoint issued) {
        checkpoints++;
        Hash signed = signedRoot(issued);
        if (signed == null) {
            return;
        }
        boolean isLogs = logIsWhole && log.root().equals(signed);
        boolean isTiles = tilesAreWhole && (tiles == null ? log.root() : tiles.root()).equals(signed);
        if (!isLogs && !isTiles && differing.isEmpty() && logIsWhole && tilesAreWhole && !isContradicted) {
            isContradicted = true;
            findings.add(
                    CHECKPOINT_CONTRADICTED,
                    signedUpTo + 1,
                    CHECKPOINT,
                    "The root over the first " + issued.size() + " events is " + log.root() + ", but " + signed
                            + " was signed at " + issued.issuedAt() + ". Something was changed at a position from "
                            + (signedUpTo + 1) + " to " + issued.size() + ", in the tiles too.");
        }
        resolve(isLogs, isTiles, "the checkpoint over " + issued.size() + " events, signed at " + issued.issuedAt());
        if (isLogs || isTiles) {
            signedUpTo = issued.size();
        }
        if (isLogs) {
            logSignedUpTo = issued.size();
        }
    }

    /** Ends the check: there are no more leaves and checkpoints. */
    void end() {
        resolve(false, false, "no checkpoint yet");
    }

    private void resolve(boolean isLogs, boolean isTiles, String by) {
        for (long position : differing) {
            long tile = (position - 1) / Tile.WIDTH;
            if (isLogs) {
                findings.add(
                        TILE_CHANGED,
                        position,
                        TREE,
                        "Tile 0/" + tile + " has another hash than the event. The event's hash was signed by " + by
                                + ".");
            } else if (isTiles) {
                findings.add(
                        EVENT_CHANGED,
                        position,
                        "event",
                        "The event's bytes do not have the hash that was signed by " + by + ".");
            } else {
                findings.add(
                        EVENT_OR_TILE_CHANGED,
                        position,
                        "event",
                        "The event's bytes do not have the hash in tile 0/" + tile + ", and neither is confirmed by "
                                + by + ".");
            }
        }
        if (!isTiles || isLogs) {
            higherDiffering.forEach(tile -> changed(isLogs ? TILE_CHANGED : EVENT_OR_TILE_CHANGED, tile));
        }
        differing.clear();
        higherDiffering.clear();
    }

    private void changed(Finding.Kind kind, Tile tile) {
        findings.add(
                kind,
                firstPosition(tile),
                TREE,
                "Tile " + tile.level() + "/" + tile.index() + " is not that of the events.");
    }

    private @Nullable Hash signedRoot(IssuedCheckpoint issued) {
        String problem;
        try {
            SignedNote note = SignedNote.parse(issued.note());
            Checkpoint signed = Checkpoint.parse(note.text());
            if (!note.isSignedBy(issued.key())) {
                problem = "its note is not signed with the key " + issued.key() + ".";
            } else if (signed.size() != issued.size() || !signed.root().equals(issued.root())) {
                problem = "its note is about the size " + signed.size() + " and the root " + signed.root() + ".";
            } else {
                return signed.root();
            }
        } catch (IllegalArgumentException unreadable) {
            problem = unreadable.getMessage();
        }
        findings.add(
                CHECKPOINT_CHANGED,
                issued.size(),
                CHECKPOINT,
                "The checkpoint over " + issued.size() + " events can't be relied on: " + problem);
        return null;
    }

    private static long firstPosition(Tile tile) {
        return ((tile.index() * Tile.WIDTH) << (Tile.HEIGHT * tile.level())) + 1;
    }

    private static long lastPosition(Tile tile) {
        return (tile.index() * Tile.WIDTH + tile.width()) << (Tile.HEIGHT * tile.level());
    }
}
