/** One step of the schema; `{s}` stands for its name. Steps are only ever added. */
export const migrations: readonly string[] = [
  `
  create table {s}.incident (
    id text primary key,
    revision integer not null,
    head text not null,
    status text not null,
    service_key text,
    fingerprint_keys text[],
    state text not null,
    state_revision integer not null,
    state_head text not null,
    written_by text not null,
    summary text,
    closing bigint,
    moved text
  ) with (fillfactor = 80);
  create index incident_open on {s}.incident (id) where status <> 'closed' and moved is null;
  create index incident_closing on {s}.incident (closing) where closing is not null and moved is null;
  create sequence {s}.closings;
  create table {s}.entry (
    incident_id text not null references {s}.incident (id),
    entry integer not null check (entry > 0),
    hash text not null check (hash = encode(sha256(convert_to(body, 'UTF8')), 'hex')),
    body text not null,
    primary key (incident_id, entry)
  );
  create table {s}.claim (
    key text primary key,
    incident_id text not null references {s}.incident (id),
    promised text
  );
  create index claim_holder on {s}.claim (incident_id);
  create index claim_promised on {s}.claim (promised) where promised is not null;
  create table {s}.carried (
    hash text primary key,
    incident_id text not null,
    entry integer not null
  );
  create function {s}.refuse_rewriting() returns trigger language plpgsql as $$
    begin
      raise exception 'entries are never changed or removed; a correction is a new entry';
    end $$;
  create trigger never_rewritten before update or delete or truncate on {s}.entry
    for each statement execute function {s}.refuse_rewriting();
  `,
  `
  create table {s}.silence (
    id text primary key,
    body text not null,
    starts_at text not null,
    ends_at text not null,
    ended_at text,
    ended_by text,
    alert_count integer not null default 0
  );
  create index silence_current on {s}.silence (ends_at) where ended_at is null;
  create table {s}.silenced_alert (
    silence_id text not null references {s}.silence (id),
    number bigint generated always as identity,
    body text not null,
    primary key (silence_id, number)
  );
  `,
  `
  create table {s}.change (
    name text primary key,
    at text collate "C" not null,
    body text not null
  );
  create index change_at on {s}.change (at);
  `,
];
