package org.zoneregistry.tracing;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/** Lets requests begin a trace, and nothing else: the statements of background work would be traces of their own. */
final class RequestSampler implements Sampler {

    private final Sampler requests;

    private RequestSampler(double ratio) {
        this.requests = Sampler.traceIdRatioBased(ratio);
    }

    /** Follows the decision of the caller; of requests without one, that share of traces is sampled. */
    static Sampler of(double ratio) {
        return Sampler.parentBased(new RequestSampler(ratio));
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String trace, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return kind == SpanKind.SERVER
                ? requests.shouldSample(parent, trace, name, kind, attributes, links)
                : SamplingResult.drop();
    }

    @Override
    public String getDescription() {
        return "Requests{" + requests.getDescription() + "}";
    }
}
