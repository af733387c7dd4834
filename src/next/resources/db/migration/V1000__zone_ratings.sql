create table zone_rating (
    position bigint primary key,
    zone text not null,
    grade text not null
);
