package org.zoneregistry.zone.read;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** An event that records, amends or withdraws a fact about zones. */
@Entity
@Immutable
@Table(name = "zone_fact")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
public class ZoneFactRow extends PanacheEntityBase {

    @Id
    @Column(name = "position")
    public long statedAt;

    public UUID fact;
    public UUID event;
    public String type;

    /**
     * The event's members as JSON. Queries cast the column {@code data} to JSON, and select only the columns of this
     * class.
     */
    public String members;

    @Column(name = "recorded_at")
    public Instant recordedAt;

    public @Nullable String actor;
    public @Nullable String role;
    public @Nullable String reason;
    public @Nullable String source;

    @Column(name = "correlation_id")
    public @Nullable String correlationId;

    @Column(name = "trace_id")
    public @Nullable String traceId;
}
