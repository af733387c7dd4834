package org.zoneregistry.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Which members an answer always has: those that are not nullable in its record. Others are absent if they have no
 * value ({@code JsonInclude.NON_NULL}).
 */
final class Members {

    private static final DotName RECORD = DotName.createSimple(Record.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName INCLUSION = DotName.createSimple(JsonInclude.class);
    private static final DotName NAMED = DotName.createSimple(JsonProperty.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private Members() {}

    /**
     * Adds the required members to every object schema of an answer that lists none yet.
     *
     * @param requested the names of schemas of requests, where constraints give the required members
     * @throws IllegalStateException if the record of a schema is ambiguous
     */
    static void require(Map<String, Schema> schemas, Set<String> requested, IndexView records) {
        var byName = new LinkedHashMap<String, List<ClassInfo>>();
        for (var type : records.getAllKnownSubclasses(RECORD)) {
            byName.computeIfAbsent(name(type), name -> new ArrayList<>()).add(type);
        }
        schemas.forEach((name, schema) -> {
            if (schema.getProperties() != null && schema.getRequired() == null && !requested.contains(name)) {
                schema.setRequired(required(name, schema, byName.getOrDefault(name, List.of())));
            }
        });
    }

    /** Records outside HTTP may have the same name, but not the same members. */
    private static List<String> required(String name, Schema schema, List<ClassInfo> candidates) {
        var members = schema.getProperties().keySet();
        var answers = candidates.stream()
                .map(Members::members)
                .filter(named -> named.keySet().equals(members))
                .map(named -> named.entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .toList())
                .distinct()
                .toList();
        if (answers.size() != 1) {
            throw new IllegalStateException("The schema " + name + " is that of " + answers.size()
                    + " records: give its record a name of its own by @Schema(name = …), and components for all"
                    + " members");
        }
        return answers.getFirst();
    }

    /** Each member by name, and whether it is required. */
    private static Map<String, Boolean> members(ClassInfo type) {
        var members = new LinkedHashMap<String, Boolean>();
        for (var component : type.recordComponentsInDeclarationOrder()) {
            members.put(
                    name(type, component),
                    !component.type().hasAnnotation(NULLABLE) && !isLeftOutWhenEmpty(type, component));
        }
        return members;
    }

    private static boolean isLeftOutWhenEmpty(ClassInfo type, RecordComponentInfo component) {
        var inclusion = type.field(component.name()).annotation(INCLUSION);
        return inclusion != null && inclusion.value().asEnum().equals(JsonInclude.Include.NON_EMPTY.name());
    }

    private static String name(ClassInfo type, RecordComponentInfo component) {
        var named = type.field(component.name()).annotation(NAMED);
        return named == null ? component.name() : named.value().asString();
    }

    private static String name(ClassInfo type) {
        var said = type.declaredAnnotation(SCHEMA);
        return said == null || said.value("name") == null
                ? type.simpleName()
                : said.value("name").asString();
    }
}
