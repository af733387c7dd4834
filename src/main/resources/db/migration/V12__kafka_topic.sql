-- Who publishes the log to a Kafka topic, so that the nodes take turns. How far it is published stands in the topic alone.

create table kafka_topic (
    topic      text primary key,
    partitions integer,
    owner      uuid,
    held_until timestamptz not null
);

comment on column kafka_topic.partitions is 'How many it had when it was first published to: with another number zones would change their partition. Null before that.';
comment on column kafka_topic.owner is 'The node that publishes, or the last one that did.';
comment on column kafka_topic.held_until is 'Until then no other node takes its place, by the clock of the database.';
