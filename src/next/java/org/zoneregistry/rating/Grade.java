package org.zoneregistry.rating;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** A grade, as it is sent and answered. */
public record Grade(@NotNull @Pattern(regexp = "[A-D]") String grade) {}
