package org.zoneregistry.audit.verification;

import static org.zoneregistry.audit.verification.Finding.Kind.LOG_TRUNCATED;
import static org.zoneregistry.audit.verification.Finding.Kind.TAG_DIFFERS;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.audit.checkpoint.IssuedCheckpoint;
import org.zoneregistry.audit.merkle.GrowingTiles;
import org.zoneregistry.audit.merkle.Hash;
import org.zoneregistry.audit.merkle.Tile;
import org.zoneregistry.audit.verification.LogReading.Block;
import org.zoneregistry.audit.verification.LogReading.EventTag;
import org.zoneregistry.audit.verification.LogReading.Extent;

/**
 * Reads the log from the database once, up to the position that was the last when the check began. Compares it with its
 * columns, its tags, its tiles, and every checkpoint.
 */
final class StoredLogCheck {

    /** The number of tiles whose events are read at once. */
    private static final int TILES_AT_ONCE = 16;

    private static final int BLOCK = TILES_AT_ONCE * Tile.WIDTH;

    private final LogReading reading;
    private final Extent extent;
    private final Findings findings;
    private final LongConsumer checked;
    private final RowCheck log;
    private final TreeCheck tree;
    private long tags;
    private boolean tagsAreMissing;

    /** The tags of some events. */
    private static final class EventTags {
        final List<Long> positions = new ArrayList<>();
        final List<String> tags = new ArrayList<>();
        final List<String> types = new ArrayList<>();

        void add(LogRow row, List<String> tagsOfEvent) {
            for (String tag : tagsOfEvent) {
                positions.add(row.position());
                tags.add(tag);
                types.add(row.type());
            }
        }
    }

    /** @param checked is called with the number of checked positions */
    StoredLogCheck(LogReading reading, Extent extent, Findings findings, LongConsumer checked) {
        this.reading = reading;
        this.extent = extent;
        this.findings = findings;
        this.checked = checked;
        this.log = new RowCheck(findings);
        this.tree = new TreeCheck(findings);
    }

    /** Runs the check. */
    Uni<Void> run() {
        int blocks = Math.toIntExact((extent.head() + BLOCK - 1) / BLOCK);
        return Multi.createFrom()
                .range(0, blocks)
                .onItem()
                .transformToUniAndConcatenate(this::block)
                .collect()
                .last()
                .chain(this::extraTags)
                .invoke(this::end);
    }

    /** The number of compared checkpoints. */
    long checkpoints() {
        return tree.checkpoints();
    }

    private Uni<Void> block(int number) {
        long first = (long) number * BLOCK + 1;
        long last = Math.min(extent.head(), first + BLOCK - 1);
        return reading.block(first, last, Tile.WIDTH)
                .emitOn(Infrastructure.getDefaultWorkerPool()) // computing the tree takes long
                .map(block -> compare(block, first, last))
                .chain(tagsOfEvents -> reading.missing(tagsOfEvents.positions, tagsOfEvents.tags, tagsOfEvents.types))
                .invoke(this::missing)
                .chain(() -> higher(tree.changed()))
                .invoke(() -> checked.accept(last));
    }

    private EventTags compare(Block block, long first, long last) {
        var tagsOfEvents = new EventTags();
        Iterator<IssuedCheckpoint> checkpoints = block.checkpoints().iterator();
        IssuedCheckpoint checkpoint = next(checkpoints);
        Iterator<LogRow> rows = block.events().iterator();
        LogRow row = rows.hasNext() ? rows.next() : null;
        long inTree = Math.min(extent.tree(), block.tiles().treeSize());
        for (long position = first; position <= last; position++) {
            Hash event = null;
            if (row != null && row.position() == position) {
                tagsOfEvents.add(row, log.next(row).orElse(List.of()));
                event = Hash.ofLeaf(row.bytes().toByteArray());
                row = rows.hasNext() ? rows.next() : null;
            } else {
                log.missing();
            }
            tree.leaf(event, position <= inTree ? kept(block, position) : event);
            while (checkpoint != null && checkpoint.size() == position) {
                tree.checkpoint(checkpoint);
                checkpoint = next(checkpoints);
            }
        }
        tags += tagsOfEvents.tags.size();
        return tagsOfEvents;
    }

    private static @Nullable Hash kept(Block block, long position) {
        byte[] tile = block.tiles().byIndex().get((position - 1) / Tile.WIDTH);
        int offset = (int) ((position - 1) % Tile.WIDTH) * Hash.BYTES;
        return tile == null || tile.length < offset + Hash.BYTES ? null : Hash.read(tile, offset);
    }

    private static @Nullable IssuedCheckpoint next(Iterator<IssuedCheckpoint> checkpoints) {
        return checkpoints.hasNext() ? checkpoints.next() : null;
    }

    private Uni<Void> higher(List<GrowingTiles.Written> computed) {
        List<GrowingTiles.Written> higher = computed.stream()
                .filter(written -> written.tile().level() > 0 && isIn(extent.tree(), written.tile()))
                .toList();
        return Multi.createFrom()
                .iterable(higher)
                .onItem()
                .transformToUniAndConcatenate(written -> {
                    Tile tile = written.tile();
                    return reading.tiles(tile.level(), tile.index(), tile.index())
                            .invoke(kept -> {
                                if (isIn(kept.treeSize(), tile)) {
                                    tree.higher(written, kept.byIndex().get(tile.index()));
                                }
                            });
                })
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static boolean isIn(long treeSize, Tile tile) {
        return (tile.index() * Tile.WIDTH + tile.width()) << (Tile.HEIGHT * tile.level()) <= treeSize;
    }

    private void missing(List<EventTag> found) {
        tagsAreMissing |= !found.isEmpty();
        for (EventTag each : found) {
            findings.add(
                    TAG_DIFFERS,
                    each.position(),
                    "event_tag",
                    "The event has the tag " + each.tag() + ", which is not indexed for it.");
        }
    }

    private Uni<Void> extraTags() {
        return reading.countTags(extent.head())
                .chain(count -> count == tags && !tagsAreMissing
                        ? Uni.createFrom().item(List.<EventTag>of())
                        : reading.extraTags(extent.head(), Findings.KEPT))
                .invoke(found -> found.forEach(each -> findings.add(
                        TAG_DIFFERS,
                        each.position(),
                        "event_tag",
                        "The tag " + each.tag() + " is indexed for an event that does not have it.")))
                .replaceWithVoid();
    }

    private void end() {
        tree.end();
        if (extent.signed() > extent.head()) {
            findings.add(
                    LOG_TRUNCATED,
                    extent.head() + 1,
                    "event",
                    "The log ends at position " + extent.head() + ", but a checkpoint over " + extent.signed()
                            + " events was signed.");
        } else if (extent.tree() > extent.head()) {
            findings.add(
                    LOG_TRUNCATED,
                    extent.head() + 1,
                    "event",
                    "The log ends at position " + extent.head() + ", but its tree has " + extent.tree() + " leaves.");
        }
    }
}
