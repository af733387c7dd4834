package org.zoneregistry.audit.verification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * The schemas of folded tables. The name of a schema contains the id of its verification, so a leftover schema can be
 * found.
 */
final class FoldedSchemas {

    private static final Logger LOG = Logger.getLogger(FoldedSchemas.class);

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String LEFT_OVER = """
            select n.nspname
            from pg_namespace n
            where n.nspname ~ '^verification_[0-9a-f]{32}_[0-9]+$'
              and not exists (
                  select from job
                  where state = 'running' and held_until > clock_timestamp()
                    and split_part(n.nspname, '_', 2) = replace(id::text, '-', ''))
            """;

    private FoldedSchemas() {}

    /** The name of a schema. */
    static String named(UUID verification, int number) {
        return "verification_" + verification.toString().replace("-", "") + "_" + number;
    }

    /** Drops the schemas of verifications that have ended. If a schema can't be dropped now, a later call drops it. */
    static Uni<Void> sweep(Pool pool) {
        return pool.query(LEFT_OVER)
                .execute()
                .map(rows -> {
                    List<String> schemas = new ArrayList<>();
                    rows.forEach(row -> schemas.add(row.getString(0)));
                    return schemas;
                })
                .chain(schemas -> Multi.createFrom()
                        .iterable(schemas)
                        .onItem()
                        .transformToUniAndConcatenate(schema -> FoldedTables.drop(pool, schema))
                        .collect()
                        .last())
                .replaceWithVoid()
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .invoke(failure -> LOG.infof("Schemas of earlier verifications are dropped later: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
