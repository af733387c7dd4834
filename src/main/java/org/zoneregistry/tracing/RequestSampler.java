package org.zoneregistry.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/** Lets requests begin a trace, except those for health and metrics, and nothing else. */
final class RequestSampler implements Sampler {

    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final String TOOLS = "/q/";

    private final Sampler requests;

    private RequestSampler(double ratio) {
        this.requests = Sampler.traceIdRatioBased(ratio);
    }

    /** Follows the decision of the caller; of requests without one, that share is sampled, from 0 to 1. */
    static Sampler of(double ratio) {
        return Sampler.parentBased(new RequestSampler(ratio));
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        String path = attributes.get(PATH);
        return kind == SpanKind.SERVER && path != null && !path.startsWith(TOOLS)
                ? requests.shouldSample(parent, trace, name, kind, attributes, links)
                : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "Requests{" + requests.getDescription() + "}";
    }
}
