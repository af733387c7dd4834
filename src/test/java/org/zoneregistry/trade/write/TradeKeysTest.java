package org.zoneregistry.trade.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zoneregistry.trade.write.TradeRequests.again;
import static org.zoneregistry.trade.write.TradeRequests.entry;
import static org.zoneregistry.trade.write.TradeRequests.json;
import static org.zoneregistry.trade.write.TradeRequests.record;
import static org.zoneregistry.trade.write.TradeRequests.refused;
import static org.zoneregistry.trade.write.TradeRequests.withdraw;
import static org.zoneregistry.trade.write.TradeRequests.zone;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.zoneregistry.testing.UniqueCodes;

/** Trade commands that are sent again under their idempotency key. */
@QuarkusTest
class TradeKeysTest {

    @Test
    void the_same_request_under_the_same_key_is_carried_out_once() {
        String zone = zone();
        String id = UniqueCodes.next();
        var first = json(entry(id, "1")).header("Idempotency-Key", id).post("/v1/zones/{zone}/trade", zone);
        withdraw(id).then().statusCode(200);
        var second = json(entry(id, "1.00")).header("Idempotency-Key", id).post("/v1/zones/{zone}/trade", zone);
        // "1" and "1.00" are different texts, and so different requests; the same text is the same request
        refused(second, 422, "idempotency-key-reused");
        var third = json(entry(id, "1")).header("Idempotency-Key", id).post("/v1/zones/{zone}/trade", zone);
        again(third, first);
        assertThat(third.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void an_already_recorded_answer_is_kept_under_its_key_even_after_a_withdrawal() {
        String zone = zone();
        String id = UniqueCodes.next();
        var first = record(zone, entry(id, "1"));
        var keyed = json(entry(id, "1")).header("Idempotency-Key", id).post("/v1/zones/{zone}/trade", zone);
        again(keyed, first);
        assertThat(keyed.header("Idempotency-Replayed")).isNull();
        withdraw(id).then().statusCode(200);
        var repeated = json(entry(id, "1")).header("Idempotency-Key", id).post("/v1/zones/{zone}/trade", zone);
        again(repeated, first);
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        refused(
                json(entry(id, "2")).header("Idempotency-Key", id).post("/v1/zones/{zone}/trade", zone),
                422,
                "idempotency-key-reused");
        refused(record(zone, entry(id, "1")), 409, "entry-withdrawn");
    }

    @Test
    void a_refused_entry_is_refused_for_ever_under_its_key() {
        String zone = UniqueCodes.next();
        String id = UniqueCodes.next();
        var first = json(entry(id, "1")).header("Idempotency-Key", id).post("/v1/zones/{zone}/trade", zone);
        refused(first, 404, "zone-not-found");
        json("""
                {"code": "%s", "name": {"en": "Zone"}, "type": "bonded-zone", "province": "CN-JS",
                 "effectiveOn": "2010"}""".formatted(zone)).post("/v1/zones").then().statusCode(201);
        var second = json(entry(id, "1")).header("Idempotency-Key", id).post("/v1/zones/{zone}/trade", zone);
        again(second, first);
        record(zone, entry(id, "1")).then().statusCode(201);
    }
}
