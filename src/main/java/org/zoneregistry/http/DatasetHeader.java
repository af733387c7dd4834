package org.zoneregistry.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.zoneregistry.ledger.Dataset;

/**
 * Says in every answer, whatever its form, that the ledger is not of what is known. Of one that is, it says nothing.
 */
@Provider
public class DatasetHeader implements ContainerResponseFilter {

    /** The data set, where it is not the reference data set. */
    public static final String NAME = "Registry-Dataset";

    private final Dataset dataset;

    DatasetHeader(Dataset dataset) {
        this.dataset = dataset;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (dataset.notice().isPresent()) {
            response.getHeaders().putSingle(NAME, dataset.wireName());
        }
    }
}
