package org.zoneregistry.http.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zoneregistry.http.body.TextRules;

class TargetTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1/zones",
                "/v1/zones?validAt=2022-12-31&q=%E5%8C%BA",
                "/v1/trade/NH%2F2022%20%E2%84%9617",
                "/v1/trade/100%25",
                "/v1/trade/a%3Bb%5Cc",
                "/v1/trade/a:b@c!$&'()*+,=~-._",
                "/v1/trade/a%7Eb",
                "/v1/trade/...",
                "/v1/trade/a..b",
                "/v1/sdmx/data/ZR,TRADE,1.0/A.CN-JS+CN-SC._T..84?startPeriod=2021",
                "/v1/sdmx/data/ZR,TRADE,1.0/....",
                "/v1/audit/tile/0/x001/x234/067.p/12",
                "/v1/zones?",
                "/v1/zones?a=/../%3Bx&b=[1]"
            })
    void the_one_spelling_passes(String target) {
        assertThat(Target.brokenPath(target)).isEmpty();
        assertThat(Target.brokenQuery(target)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "v1/zones",
                "http://localhost/v1/zones",
                "//v1//zones",
                "/v1//zones",
                "//localhost/v1/zones",
                "/v1/zones/",
                "/v1/./zones",
                "/v1/zones/..",
                "/v1/zones/../../q/metrics",
                "/v1/zones/%2e%2e/%2e%2e/q/metrics",
                "/v1/zones/%2E%2E/q",
                "/v1/zones/.%2E/q",
                "/%76%31/zones",
                "/v1/zone%73",
                "/v1/trade/a%2fb",
                "/v1/zones;x=1",
                "/v1;a/zones",
                "/v1/zones/..;/q",
                "/v1\\zones",
                "\\v1\\zones",
                "/v1/zones#x",
                "/v1/zones/a b",
                "/v1/zones/a|b",
                "/v1/zones/区",
                "/v1/zones/%",
                "/v1/zones/%4",
                "/v1/zones/%zz",
                "/v1/zones/%00",
                "/v1/zones/%0A",
                "/v1/zones/%7F",
                "/v1/zones/%C2%85",
                "/v1/zones/%1B%5B31m",
                "/v1/zones/%C0%AE%C0%AE",
                "/v1/zones/%E0%80%AF",
                "/v1/zones/%FF",
                "/v1/zones/%ED%A0%80",
                "/v1/zones/%F4%90%80%80",
                "/v1/zones/%E2%80%AE",
                "/v1/zones/%EF%BF%BF",
                "/v1/zones/%20"
            })
    void every_other_is_refused(String target) {
        assertThat(Target.brokenPath(target)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "q=%f",
                "q=%zz",
                "q=%ff",
                "q=%C0%80",
                "q=%ED%A0%80",
                "q=区",
                "q=a b",
                "q=\"",
                "q=a#b",
                "{",
                "q=a;b=c"
            })
    void a_query_that_is_no_text_is_refused(String query) {
        assertThat(Target.brokenQuery("/v1/zones?" + query)).isPresent();
    }

    /** Every possible entry id has an address. */
    @Property
    void what_may_be_stored_has_a_spelling(@ForAll @StringLength(min = 1, max = 64) String text) {
        if (TextRules.broken(text).isEmpty() && !text.equals(".") && !text.equals("..")) {
            String segment = URLEncoder.encode(text, StandardCharsets.UTF_8)
                    .replace("+", "%20")
                    .replace("%7E", "~");
            assertThat(Target.brokenPath("/v1/trade/" + segment)).isEmpty();
        }
    }
}
