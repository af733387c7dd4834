package org.zoneregistry.projections.rebuild;

import io.vertx.mutiny.sqlclient.Row;
import java.util.UUID;
import org.zoneregistry.jobs.Job;
import org.zoneregistry.jobs.JobKind;
import org.zoneregistry.projections.rebuild.Rebuild.Phase;
import org.zoneregistry.projections.rebuild.Rebuild.State;

/**
 * A rebuild as stored.
 *
 * @param position the prefix that its tables reflect; 0 if they have to be filled from the beginning
 */
record RebuildRow(Rebuild shown, int generation, long position) {

    static final String SELECT = "select " + Job.COLUMNS
            + ", r.projection, r.generation, r.version, r.copy, r.up_to, r.position, r.dropped_at"
            + " from job join projection_rebuild r on r.job = job.id ";

    static RebuildRow of(Row row) {
        Job job = Job.of(row);
        String copy = row.getString("copy");
        var dropped = row.getOffsetDateTime("dropped_at");
        State state = dropped == null ? state(job.state(), copy != null) : State.DROPPED;
        long position = row.getLong("position");
        long reached = Math.max(position, job.done());
        long target = Math.max(reached, job.total() == null ? 0 : job.total());
        boolean isFilling = state == State.FILLING;
        Long rate = job.perSecond();
        return new RebuildRow(
                new Rebuild(
                        job.id(),
                        row.getString("projection"),
                        row.getInteger("version"),
                        copy,
                        row.getLong("up_to"),
                        state,
                        isFilling ? (position > 0 ? Phase.CATCHING_UP : Phase.FOLDING) : null,
                        reached,
                        target,
                        rate,
                        isFilling && rate != null && rate > 0 ? Long.valueOf((target - reached) / rate) : null,
                        job.startedAt(),
                        job.seenAt(),
                        dropped == null ? job.endedAt() : dropped.toInstant(),
                        job.problem()),
                row.getInteger("generation"),
                position);
    }

    private static State state(Job.State state, boolean isCopy) {
        return switch (state) {
            case WAITING, RUNNING -> State.FILLING;
            case DONE -> isCopy ? State.READY : State.DONE;
            case CANCELLED -> State.CANCELLED;
            case FAILED, INTERRUPTED -> State.FAILED;
        };
    }

    /** The subject of its job. */
    String subject() {
        return RebuildTable.subject(shown.projection(), shown.copy());
    }

    JobKind kind() {
        return shown.copy() == null ? RebuildTable.REBUILD : RebuildTable.COPY;
    }

    UUID id() {
        return shown.id();
    }
}
