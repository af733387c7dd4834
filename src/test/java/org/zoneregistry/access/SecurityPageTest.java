package org.zoneregistry.access;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table in docs/security.md is the one that the registry decides by. */
class SecurityPageTest {

    @Test
    void has_the_table_of_permissions() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("docs/security.md"));
        for (String row : table().lines().toList()) {
            assertThat(lines)
                    .as("docs/security.md must have this row of the table, which Permission has:%n%s%n", row)
                    .contains(row);
        }
        assertThat(String.join("\n", lines))
                .as("docs/security.md must have the rows of Permission in their order, and no others between them")
                .contains(table());
    }

    private static String table() {
        return "| permission | P | N | " + roles() + " | operations |\n"
                + "|---|" + "---|".repeat(2 + Role.values().length) + "---|\n"
                + Arrays.stream(Permission.values()).map(SecurityPageTest::row).collect(joining());
    }

    private static String roles() {
        return Arrays.stream(Role.values()).map(Role::wireName).collect(joining(" | "));
    }

    private static String row(Permission permission) {
        return "| `" + permission.wireName() + "` | " + nobody(permission) + " | " + somebody(permission) + " | "
                + Arrays.stream(Role.values())
                        .map(role -> role(permission, role))
                        .collect(joining(" | "))
                + " | " + String.join(", ", permission.operations()) + " |\n";
    }

    private static String nobody(Permission permission) {
        return switch (permission.openness()) {
            case EVERYBODY -> "✓";
            case SIGNED_IN, BY_SETTING -> "setting";
            case ROLES -> "–";
        };
    }

    private static String somebody(Permission permission) {
        return permission.openness() == Permission.Openness.SIGNED_IN ? "✓" : nobody(permission);
    }

    private static String role(Permission permission, Role role) {
        Scope scope = permission.grants().get(role);
        return scope == null ? somebody(permission) : scope.sign();
    }
}
