package org.zoneregistry.zone.read;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.territory.Region;
import org.zoneregistry.zone.event.FacilityKind;
import org.zoneregistry.zone.event.ZoneStatus;
import org.zoneregistry.zone.event.ZoneType;

/**
 * The state of a zone for a range of days and a range of the log's prefixes. Both ranges are columns that only queries
 * use: see {@link ZoneStates}.
 */
@Entity
@Immutable
@Table(name = "zone_state")
@SuppressWarnings("NullAway.Init") // Hibernate sets the fields
public class ZoneStateRow extends PanacheEntityBase {

    @Id
    public long id;

    public String zone;

    @Column(name = "name_en")
    public String nameEn;

    @Column(name = "name_zh")
    public @Nullable String nameZh;

    public String type;
    public String status;
    public String province;
    public String region;

    @Column(name = "customs_district")
    public @Nullable String customsDistrict;

    @Column(name = "area_km2")
    public @Nullable BigDecimal areaKm2;

    public String[] facilities;
    public String[] predecessors;
    public @Nullable String successor;

    @Column(name = "established_on")
    public LocalDate establishedOn;

    @Column(name = "established_not_before")
    public LocalDate establishedNotBefore;

    @Column(name = "effective_on")
    public LocalDate effectiveOn;

    @Column(name = "effective_not_before")
    public LocalDate effectiveNotBefore;

    /** The zone in the row. */
    public Zone toZone() {
        return new Zone(
                zone,
                new ZoneNameAnswer(nameEn, nameZh),
                ZoneType.parse(type),
                ZoneStatus.parse(status),
                province,
                Region.valueOf(region.toUpperCase(Locale.ROOT)),
                customsDistrict,
                areaKm2,
                Stream.of(facilities).map(FacilityKind::parse).toList(),
                List.of(predecessors),
                successor,
                establishedOn,
                establishedNotBefore,
                effectiveOn,
                effectiveNotBefore);
    }
}
