package org.zoneregistry.http;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import org.zoneregistry.ledger.Dataset;

/** Adds a header to every answer, if the ledger is not the reference data set. */
@Provider
public class DatasetHeader implements ContainerResponseFilter {

    /** The name of the data set, if it is not the reference data set. */
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
