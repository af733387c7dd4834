package org.zoneregistry.rating;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** A grade in requests and answers. */
public record Grade(@NotNull @Pattern(regexp = "[A-D]") String grade) {}
