package org.zoneregistry.pages;

import io.quarkus.qute.TemplateData;
import io.vertx.ext.web.RoutingContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.zoneregistry.asof.AsKnown;
import org.zoneregistry.asof.AsOf;
import org.zoneregistry.asof.CivilTime;
import org.zoneregistry.asof.PointInTime;

/** One request for a page: its language, its point in both times, and addresses of pages that keep them. */
@TemplateData
public final class Visit {

    private static final String VALID_AT = "validAt";
    private static final String KNOWN_AT = "knownAt";
    private static final String LANG = "lang";

    private final RoutingContext request;
    private final PageAsked asked;
    private final PointInTime point;
    private final People people;
    private final CivilTime civilTime;

    Visit(RoutingContext request, PageAsked asked, Language language, PointInTime point, CivilTime civilTime) {
        this.request = request;
        this.asked = asked;
        this.point = point;
        this.people = new People(language);
        this.civilTime = civilTime;
    }

    /** The language of the page. */
    public Language language() {
        return people.language();
    }

    /** Values in words, in the language of the page. */
    public People people() {
        return people;
    }

    /** The day in the world. */
    public LocalDate validAt() {
        return point.validAt();
    }

    /** The day in the world, in words. */
    public String validDay() {
        return people.day(point.validAt());
    }

    /** Today in the registry's civil time. */
    public LocalDate today() {
        return civilTime.today();
    }

    /** The prefix of the log. */
    public long position() {
        return point.knownAt().position();
    }

    /** Whether the prefix has no event. */
    public boolean isBeforeEverything() {
        return position() == 0;
    }

    /** When the last event of the prefix was recorded, in words. */
    public String knownSince() {
        return moment(point.knownAt().recordedAt());
    }

    /** The day in the registry's civil time on which the last event of the prefix was recorded, in words. */
    String knownDay() {
        return people.day(dayOf(point.knownAt().recordedAt()));
    }

    /** The day of an instant in the registry's civil time. */
    public LocalDate dayOf(Instant instant) {
        return civilTime.at(instant).toLocalDate();
    }

    /** Whether the request has a day. */
    public boolean isDayGiven() {
        return point.asked().validAtGiven();
    }

    /** Whether the request has a state of knowledge. */
    public boolean isPinned() {
        return point.asked().knownAtGiven();
    }

    /** An instant in words, in the registry's civil time. */
    public String moment(Instant instant) {
        return people.moment(civilTime.at(instant)) + " " + civilTime.offset(instant);
    }

    /** The path of the page. */
    public String path() {
        return asked.page == null ? Objects.requireNonNull(request.request().path()) : asked.page;
    }

    /** The point in time for a resource, with an explicit prefix. */
    public AsOf asOf() {
        return on(point.validAt());
    }

    /** The point in time on another day. */
    public AsOf on(LocalDate day) {
        var at = new AsOf();
        at.validAt = day.toString();
        at.knownAt = Long.toString(position());
        at.request = request;
        return at;
    }

    /** The prefix for a resource. */
    public AsKnown asKnown() {
        return on(point.validAt());
    }

    /** The request itself. */
    public RoutingContext request() {
        return request;
    }

    /** The address of another page with the same times and language. */
    public String to(String path) {
        return address(path, state());
    }

    /** The address of another page, with one more parameter. */
    public String to(String path, String name, String value) {
        Map<String, String> parameters = state();
        parameters.put(name, value);
        return address(path, parameters);
    }

    /** The address of another page, at another point in both times. */
    public String at(String path, LocalDate validAt, long knownAt) {
        Map<String, String> parameters = state();
        parameters.put(VALID_AT, validAt.toString());
        parameters.put(KNOWN_AT, Long.toString(knownAt));
        return address(path, parameters);
    }

    /** The address of this page on another day. */
    public String onDay(LocalDate day) {
        return here(VALID_AT, day.toString());
    }

    /** The address of this page at another position. */
    public String atPosition(long position) {
        return here(KNOWN_AT, Long.toString(position));
    }

    /** The address of this page, with another value of a parameter. */
    public String here(String name, String value) {
        return changed(name, value);
    }

    /** The address of this page, with other values of parameters: names and values in turn. */
    public String changed(String... parameters) {
        Map<String, String> all = given();
        all.putAll(named(parameters));
        return address(path(), all);
    }

    /** The address of this page without a parameter. */
    public String without(String name) {
        Map<String, String> parameters = given();
        parameters.remove(name);
        return address(path(), parameters);
    }

    /** The address of this page with the latest knowledge. */
    public String latest() {
        return without(KNOWN_AT);
    }

    /** The address of this page in the other language. */
    public String inOtherLanguage() {
        return here(LANG, language() == Language.EN ? "zh" : "en");
    }

    /**
     * The address of this page with its times written out.
     *
     * @param dated whether the page has a day in the world
     */
    String pinned(boolean dated) {
        Map<String, String> parameters = given();
        if (dated) {
            parameters.put(VALID_AT, point.validAt().toString());
        } else {
            parameters.remove(VALID_AT);
        }
        parameters.put(KNOWN_AT, Long.toString(position()));
        return address(path(), parameters);
    }

    /** The address of {@link #pinned} with the host, to be sent to others. */
    public String permalink(boolean dated) {
        var authority = request.request().authority();
        return request.request().scheme() + "://" + (authority == null ? "" : authority) + pinned(dated);
    }

    /** A request to the API at this prefix. */
    public String query(String path, String... more) {
        Map<String, String> parameters = named(more);
        parameters.put(KNOWN_AT, Long.toString(position()));
        return address(path, parameters);
    }

    /** An address with only these parameters: names and values in turn. */
    public String address(String path, String... parameters) {
        return address(path, named(parameters));
    }

    private static Map<String, String> named(String... parameters) {
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i + 1 < parameters.length; i += 2) {
            named.put(parameters[i], parameters[i + 1]);
        }
        return named;
    }

    /** A request to the API with the parameters of this page, without the order of rows. */
    public String export(String path) {
        Map<String, String> parameters = given();
        parameters.remove(LANG);
        parameters.remove("sort");
        parameters.put(VALID_AT, point.validAt().toString());
        parameters.put(KNOWN_AT, Long.toString(position()));
        return address(path, parameters);
    }

    /** A request to the API at this prefix and day. */
    public String queryOnDay(String path) {
        return query(path, VALID_AT, point.validAt().toString());
    }

    /** The hidden fields of a form that keeps all parameters except the times. */
    public List<Map.Entry<String, String>> kept() {
        Map<String, String> parameters = given();
        parameters.remove(VALID_AT);
        parameters.remove(KNOWN_AT);
        return new ArrayList<>(parameters.entrySet());
    }

    /** The hidden fields of a form that keeps only the times and the language. */
    public List<Map.Entry<String, String>> times() {
        return new ArrayList<>(state().entrySet());
    }

    private Map<String, String> state() {
        var parameters = new LinkedHashMap<String, String>();
        if (isDayGiven()) {
            parameters.put(VALID_AT, point.validAt().toString());
        }
        if (isPinned()) {
            parameters.put(KNOWN_AT, Long.toString(position()));
        }
        if (asked.lang != null) {
            parameters.put(LANG, asked.lang);
        }
        return parameters;
    }

    private Map<String, String> given() {
        if (asked.page != null) {
            return state(); // the parameters are those of another address
        }
        var parameters = new LinkedHashMap<String, String>();
        request.queryParams().forEach(parameter -> {
            if (!parameter.getValue().isEmpty()) {
                parameters.put(parameter.getKey(), parameter.getValue());
            }
        });
        parameters.remove(VALID_AT);
        parameters.remove(KNOWN_AT);
        parameters.putAll(state());
        return parameters;
    }

    private static String address(String path, Map<String, String> parameters) {
        var text = new StringBuilder(path);
        char sign = '?';
        for (var parameter : parameters.entrySet()) {
            text.append(sign).append(encoded(parameter.getKey())).append('=').append(encoded(parameter.getValue()));
            sign = '&';
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
