package org.zoneregistry.pages;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;
import org.zoneregistry.access.Access;
import org.zoneregistry.asof.Answers;
import org.zoneregistry.asof.CivilTime;
import org.zoneregistry.asof.Reads;
import org.zoneregistry.audit.http.ProofsResource;
import org.zoneregistry.decision.ProblemType;
import org.zoneregistry.http.problem.Problem;
import org.zoneregistry.http.problem.ProblemException;
import org.zoneregistry.http.query.QueryParameters;
import org.zoneregistry.ledger.Dataset;
import org.zoneregistry.trade.read.StatisticsPosition;

/** Answers requests for pages: finds the point in time, builds the page, and sends it with the headers of the API. */
@Singleton
public final class Pages {

    @CheckedTemplate(basePath = "pages")
    static final class Templates {

        private Templates() {}

        static native TemplateInstance problem(Problem problem, Language language, boolean isOpen);
    }

    private static final String HTML = "text/html;charset=UTF-8";

    private static final String STATUS = Pages.class.getName() + ".status";

    /** Headers of answers that may be asked for again. */
    private static final Set<String> KEEPING =
            Set.of(HttpHeaders.CACHE_CONTROL, HttpHeaders.ETAG, HttpHeaders.LINK, "Memento-Datetime");

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final Reads reads;
    private final Answers answers;
    private final StatisticsPosition position;
    private final CivilTime civilTime;
    private final InstantSource clock;
    private final ProofsResource proofs;
    private final Answered answered;
    private final boolean isIllustrative;
    private final Access access;

    Pages(
            Reads reads,
            Answers answers,
            StatisticsPosition position,
            CivilTime civilTime,
            InstantSource clock,
            ProofsResource proofs,
            Answered answered,
            Dataset dataset,
            Access access) {
        this.reads = reads;
        this.answers = answers;
        this.position = position;
        this.civilTime = civilTime;
        this.clock = clock;
        this.proofs = proofs;
        this.answered = answered;
        this.isIllustrative = dataset == Dataset.ILLUSTRATIVE;
        this.access = access;
    }

    /** Builds a page from data. */
    @FunctionalInterface
    public interface View<T> {

        /** The page. */
        Uni<TemplateInstance> of(Visit visit, Shell shell, T data);
    }

    /** Answers with a page whose subject depends on its data. */
    public <T> Uni<RestResponse<byte[]>> show(
            PageAsked asked, Function<Visit, Uni<T>> question, BiFunction<Visit, T, Subject> subject, View<T> view) {
        return show(asked, new QueryParameters(), question, subject, view);
    }

    /**
     * Answers with a page that reads its data itself.
     *
     * @param query the problems of the page's own parameters
     */
    public Uni<RestResponse<byte[]>> show(
            PageAsked asked,
            QueryParameters query,
            Function<Visit, Subject> subject,
            BiFunction<Visit, Shell, Uni<TemplateInstance>> view) {
        return show(
                asked,
                query,
                visit -> Uni.createFrom().item(visit),
                (visit, same) -> subject.apply(visit),
                (visit, shell, same) -> view.apply(visit, shell));
    }

    /**
     * Answers with a page that has parameters of its own.
     *
     * @param query the problems of the page's own parameters
     */
    public <T> Uni<RestResponse<byte[]>> show(
            PageAsked asked,
            QueryParameters query,
            Function<Visit, Uni<T>> question,
            BiFunction<Visit, T, Subject> subject,
            View<T> view) {
        RoutingContext routing = asked.request;
        HttpServerRequest request = routing.request();
        Language language = Language.of(asked.lang, request.getHeader(HttpHeaders.ACCEPT_LANGUAGE), query);
        asked.knownAt = knownAt(asked.knownAt);
        asked.validAt = asked.validAt == null || asked.validAt.isBlank() ? null : asked.validAt;
        // The client's entity tag is that of the page, not of the answers from which it is made.
        List<String> known = request.headers().getAll(HttpHeaders.IF_NONE_MATCH);
        request.headers().remove(HttpHeaders.IF_NONE_MATCH);
        return Uni.createFrom()
                .deferred(() -> reads.at(asked, query, position))
                .chain(point -> {
                    var visit = new Visit(routing, asked, language, point, civilTime);
                    return question.apply(visit)
                            .chain(data -> root(visit)
                                    .chain(root ->
                                            view.of(visit, shell(visit, subject.apply(visit, data), root), data)))
                            .chain(html -> rendered(html, language))
                            .map(bytes -> {
                                request.headers().set(HttpHeaders.IF_NONE_MATCH, known);
                                return policed(revalidated(answers.written(asked, point, HTML, bytes)), routing);
                            });
                })
                .onFailure()
                .recoverWithUni(failure -> failure instanceof ProblemException refused
                        ? Uni.createFrom().item(() -> refused(refused.problem(), language, routing))
                        : Uni.createFrom().failure(failure));
    }

    /**
     * Answers a form that was sent, with a page. No cache may keep it.
     *
     * @param query the problems of the page's own parameters
     * @param sent carries out what the form asks for
     * @param status of the answer
     */
    public <T> Uni<RestResponse<byte[]>> answer(
            PageAsked asked,
            QueryParameters query,
            Function<Visit, Uni<T>> sent,
            ToIntFunction<T> status,
            BiFunction<Visit, T, Subject> subject,
            View<T> view) {
        asked.request.request().headers().remove(HttpHeaders.IF_NONE_MATCH);
        return show(asked, query, sent, subject, (visit, shell, data) -> {
                    asked.request.put(STATUS, status.applyAsInt(data));
                    return view.of(visit, shell, data);
                })
                .map(page -> unkept(page, asked.request));
    }

    private static RestResponse<byte[]> unkept(RestResponse<byte[]> page, RoutingContext routing) {
        int status = page.getStatus() == RestResponse.StatusCode.OK ? routing.<Integer>get(STATUS) : page.getStatus();
        var answer = ResponseBuilder.<byte[]>create(status).entity(page.getEntity());
        page.getHeaders().forEach((name, values) -> {
            if (!KEEPING.contains(name)) {
                values.forEach(value -> answer.header(name, value));
            }
        });
        return answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    private Shell shell(Visit visit, Subject about, String root) {
        String title = about.title(visit);
        String sentence = about.sentence(visit);
        String cite = about.lastingSentence(visit) + ". " + visit.language().pick("Zone registry", "特殊监管区域登记处") + ", "
                + (about.dated() ? visit.validAt() + " / " : "") + visit.position()
                + (root.isEmpty() ? "" : ", root " + root) + ". " + visit.permalink(about.dated());
        return new Shell(
                visit,
                about.section(),
                title,
                sentence,
                about.dated(),
                about.json(),
                about.rows(),
                cite,
                root,
                isIllustrative,
                Who.of(visit.request(), access));
    }

    /** The root of the Merkle tree at the page's prefix; empty if the tree has not grown that far. */
    private Uni<String> root(Visit visit) {
        String size = Long.toString(visit.position());
        return answered.by(proofs.consistency(size, size))
                .map(proof -> proof.path("toRoot").asText())
                .onFailure(failure -> failure instanceof ProblemException late
                        && late.problem().type() == ProblemType.PROJECTION_BEHIND)
                .recoverWithItem("");
    }

    private static Uni<byte[]> rendered(TemplateInstance html, Language language) {
        return html.setLocale(language.locale()).createUni().map(text -> text.getBytes(StandardCharsets.UTF_8));
    }

    /** The frame of a page, and what it says of now, change although the state of knowledge is pinned. */
    private static RestResponse<byte[]> revalidated(RestResponse<byte[]> page) {
        page.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-cache");
        return page;
    }

    private RestResponse<byte[]> refused(Problem problem, Language language, RoutingContext routing) {
        var answer = ResponseBuilder.<byte[]>create(problem.type().status())
                .entity(page(problem, language))
                .header(HttpHeaders.CONTENT_TYPE, HTML)
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        problem.headers().forEach(answer::header);
        return policed(answer.build(), routing);
    }

    /** Makes a page of an answer that refuses a request before its page begins. */
    void refuse(ContainerResponseContext answer, Problem problem, RoutingContext routing) {
        String asked = routing.queryParams().get("lang");
        String accepted = routing.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        var page = refused(problem, Language.of(asked, accepted, new QueryParameters()), routing);
        answer.setEntity(page.getEntity(), answer.getEntityAnnotations(), MediaType.valueOf(HTML));
        answer.getHeaders().putAll(page.getHeaders());
    }

    /** The page reads nothing, so it is there at once. */
    private byte[] page(Problem problem, Language language) {
        return Templates.problem(problem, language, access.isOpen())
                .setLocale(language.locale())
                .render()
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Browsers say where a form comes from only with this policy, and forms of other sites are refused. */
    private RestResponse<byte[]> policed(RestResponse<byte[]> answer, RoutingContext routing) {
        routing.response().putHeader("Referrer-Policy", "same-origin");
        var headers = answer.getHeaders();
        headers.putSingle("Content-Security-Policy", POLICY);
        headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        if (access.isForPeople()) {
            headers.add(HttpHeaders.VARY, HttpHeaders.COOKIE);
        }
        return answer;
    }

    /** The known-at value of a form: a position, an instant, the end of a day, or nothing for the latest. */
    private @Nullable String knownAt(@Nullable String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        try {
            var end = civilTime.end(LocalDate.parse(given.strip()));
            return end.isAfter(clock.instant()) ? null : end.toString();
        } catch (DateTimeParseException noDay) {
            return given.strip();
        }
    }
}
