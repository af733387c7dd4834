#!/bin/sh
# Run once by the image of PostgreSQL when it creates its cluster: the two roles of docs/operations.md.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner="$REGISTRY_DB_OWNER_PASSWORD" -v application="$REGISTRY_DB_PASSWORD" -v replication="${REPLICATION_PASSWORD:-}" <<'SQL'
create role registry_app login password :'application';
create role registry login createdb password :'owner' in role registry_app;
create database registry owner registry;
select :'replication' <> '' as has_replica \gset
\if :has_replica
create role replication replication login password :'replication';
\endif
SQL
if [ -n "${REPLICATION_PASSWORD:-}" ]; then
  echo 'host replication replication all scram-sha-256' >>"$PGDATA/pg_hba.conf"
fi
