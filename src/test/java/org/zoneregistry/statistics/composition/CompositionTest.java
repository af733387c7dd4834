package org.zoneregistry.statistics.composition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.zoneregistry.statistics.Office;
import org.zoneregistry.testing.UniqueCodes;

/** In the first years of the calendar, in which no other test has zones. */
@QuarkusTest
class CompositionTest {

    private final Office office = new Office();

    @Test
    void a_small_history_counted_by_hand() {
        String code = UniqueCodes.next();
        office.establish(code + "-a", "comprehensive-bonded-zone", "CN-JS", "1901-01-01", "5.20");
        office.establish(code + "-b", "bonded-zone", "CN-JS", "1901-01-01", "null");
        office.establish(code + "-c", "bonded-zone", "CN-SC", "1901-02-01", "2.80");
        long before = office.position();
        office.send("/v1/zones/" + code + "-c/conversion", "{\"effectiveOn\": \"1901-06-01\"}");
        for (String zone : new String[] {"-a", "-b", "-c"}) {
            office.send(
                    "/v1/zones/" + code + zone + "/closure",
                    "{\"effectiveOn\": \"1902-01-01\", \"reason\": \"a test\"}");
        }

        office.ask("/v1/statistics/composition?validAt=1901-12-31")
                .statusCode(200)
                .header("Registry-Position", Long.toString(office.position()))
                .body("validAt", equalTo("1901-12-31"))
                .body("zones", equalTo(3))
                .body("comprehensive", equalTo(2))
                .body("comprehensiveShare.value", equalTo("0.666667"))
                .body("comprehensiveShare", not(hasKey("reason")))
                .body("provinces", equalTo(2))
                .body("provincesWithComprehensive", equalTo(2))
                .body("area.km2", equalTo(8.0f))
                .body("area.knownOf", equalTo(2))
                .body("area.unknownOf", equalTo(1))
                .body("area.shareOfTerritory.value", equalTo("0.000001"))
                .body("byType", hasSize(6))
                .body("byType.find { it.value == 'bonded-zone' }.zones", equalTo(1))
                .body("byType.find { it.value == 'bonded-zone' }.share.value", equalTo("0.333333"))
                .body("byProvince", hasSize(31))
                .body("byProvince.findAll { it.zones > 0 }.value", contains("CN-JS", "CN-SC"))
                .body("byProvince.find { it.value == 'CN-JS' }.comprehensiveShare.value", equalTo("0.500000"))
                .body("byRegion.zones", contains(2, 0, 1, 0));
        office.ask("/v1/statistics/composition?validAt=1901-12-31&knownAt=" + before)
                .body("comprehensive", equalTo(1))
                .body("provincesWithComprehensive", equalTo(1));
        office.ask("/v1/statistics/composition?validAt=1901-01-31").body("zones", equalTo(2));

        String[] rows = office.csv("/v1/statistics/composition?validAt=1901-12-31");
        assertThat(rows[0])
                .isEqualTo("by,value,zones,share.value,share.reason,comprehensive,comprehensiveShare.value,"
                        + "comprehensiveShare.reason,area.km2,area.knownOf,area.unknownOf,area.shareOfTerritory.value,"
                        + "area.shareOfTerritory.reason");
        assertThat(rows[1]).isEqualTo("all,all,3,1.000000,,2,0.666667,,8.0,2,1,0.000001,");
        assertThat(rows).hasSize(1 + 1 + 6 + 31 + 4);
    }

    @Test
    void the_days_on_which_the_numbers_changed() {
        String code = UniqueCodes.next();
        office.establish(code + "-d", "bonded-port-zone", "CN-HI", "1903-01-01", "null");
        office.establish(code + "-e", "bonded-port-zone", "CN-HI", "1903-02-01", "null");
        long before = office.position();
        office.send("/v1/zones/" + code + "-d/conversion", "{\"effectiveOn\": \"1903-03-01\"}");
        office.send("/v1/zones/" + code + "-e/acceptance", "{\"effectiveOn\": \"1903-04-01\"}");
        for (String zone : new String[] {"-d", "-e"}) {
            office.send(
                    "/v1/zones/" + code + zone + "/closure",
                    "{\"effectiveOn\": \"1903-05-01\", \"reason\": \"a test\"}");
        }

        String path = "/v1/statistics/composition/over-time";
        String in1903 = "days.findAll { it.validAt.startsWith('1903') }";
        office.ask(path)
                .statusCode(200)
                .body(in1903 + ".validAt", contains("1903-01-01", "1903-02-01", "1903-03-01", "1903-05-01"))
                .body(in1903 + ".zones", contains(1, 2, 2, 0))
                .body(in1903 + ".bondedPortZones", contains(1, 2, 1, 0))
                .body(in1903 + ".comprehensiveBondedZones", contains(0, 0, 1, 0));
        office.ask(path + "?knownAt=" + before).body(in1903 + ".zones", contains(1, 2));
        assertThat(office.csv(path)[0])
                .isEqualTo("validAt,zones,bondedZones,exportProcessingZones,bondedLogisticsParks,bondedPortZones,"
                        + "comprehensiveBondedZones,crossBorderIndustrialZones");
    }

    @Test
    void where_there_is_no_zone_there_are_counts_and_no_shares() {
        office.ask("/v1/statistics/composition?validAt=1900-12-31")
                .statusCode(200)
                .body("zones", equalTo(0))
                .body("comprehensiveShare.value", nullValue())
                .body("comprehensiveShare.reason", equalTo("the whole is zero"))
                .body("area", not(hasKey("km2")))
                .body("area.shareOfTerritory.reason", equalTo("no zone has a known area"));
    }

    @Test
    void a_parameter_that_it_does_not_have_is_refused() {
        office.ask("/v1/statistics/composition?colour=red")
                .statusCode(400)
                .body("type", equalTo("/problems/validation"));
    }
}
