-- As part of what a fact was stated: the request and the trace that its event belongs to.

alter table zone_fact add column correlation_id text, add column trace_id text;

update zone_fact f
set correlation_id = e.metadata ->> 'correlationId', trace_id = e.metadata ->> 'traceId'
from (select position, convert_from(bytes, 'UTF8')::jsonb -> 'metadata' as metadata from event) e
where e.position = f.position;

comment on column zone_fact.correlation_id is 'Ties together what one request caused.';
comment on column zone_fact.trace_id is 'Of the trace that the request belonged to, where there was one.';
