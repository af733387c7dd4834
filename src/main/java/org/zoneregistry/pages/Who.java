package org.zoneregistry.pages;

import io.quarkus.qute.TemplateData;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zoneregistry.access.Access;
import org.zoneregistry.access.Granted;
import org.zoneregistry.access.Permission;

/**
 * The visitor of a page.
 *
 * @param isEverybody whether the registry is open, so that everybody may do everything
 * @param maySignIn whether there is a sign-in, and the visitor has not used it
 * @param isSignedIn whether the visitor has signed in
 * @param sections the entries of the navigation that the visitor may see
 */
@TemplateData
public record Who(boolean isEverybody, boolean maySignIn, boolean isSignedIn, Set<String> sections) {

    private static final Map<String, Permission> SECTIONS = Map.of(
            "dashboard", Permission.OVERVIEWS,
            "zones", Permission.FIGURES,
            "briefing", Permission.FIGURES,
            "compare", Permission.OVERVIEWS,
            "audit", Permission.EVIDENCE,
            "work", Permission.WORK);

    /** Whether an entry of the navigation is offered. */
    public boolean sees(String section) {
        return sections.contains(section);
    }

    /** The first page. */
    public String home() {
        return sees("dashboard") ? "/" : "/zones";
    }

    static Who of(RoutingContext request, Access access) {
        boolean isKnown = Granted.of(request).caller().isKnown();
        return new Who(
                access.isOpen(),
                access.isForPeople() && !isKnown,
                access.isForPeople() && isKnown,
                SECTIONS.entrySet().stream()
                        .filter(section -> access.offers(request, section.getValue()))
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
