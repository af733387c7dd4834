package org.zoneregistry.openapi;

import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.smallrye.openapi.runtime.OpenApiDocumentService;
import io.quarkus.smallrye.openapi.runtime.filter.AutoSecurityFilter;
import io.smallrye.openapi.runtime.io.Format;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * In the native image, the OpenAPI document is sent as the build wrote it. Otherwise Quarkus reads it at each start,
 * applies filters of the runtime, and writes it again in both forms. This registry has no such filters, and this took a
 * quarter of its native start.
 */
@TargetClass(OpenApiDocumentService.class)
final class WrittenDocument {

    private WrittenDocument() {}

    @Substitute
    void prepareDocument(
            AutoSecurityFilter security, Map<OpenApiFilter.RunStage, List<String>> filters, String document) {}

    @Substitute
    public byte[] getDocument(String document, Format format) {
        String resource = OpenApiConstants.BASE_NAME + "." + format;
        try (var written = Objects.requireNonNull(
                Thread.currentThread().getContextClassLoader().getResourceAsStream(resource), resource)) {
            return written.readAllBytes();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
