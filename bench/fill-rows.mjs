/**
 * Multiplies closed incidents inside PostgreSQL until there are so many: copies of the first thousand under ids of their
 * own, every hash fitting its bytes. Minutes become seconds, and lookups cannot tell the difference.
 */
export async function fillRows(database, from, to) {
  const { schema } = database;
  const columns =
    'revision, head, status, service_key, fingerprint_keys, state, state_revision, state_head, written_by';
  const step = 5000;
  for (let first = from; first < to; first += step) {
    const last = Math.min(to, first + step) - 1;
    const pairs = `select 'INC-20261123-A' || lpad((n % 1000)::text, 7, '0') as model,
      'INC-20261123-A' || lpad(n::text, 7, '0') as id from generate_series(${first}, ${last}) n`;
    await database.ask(
      `insert into ${schema}.incident (id, ${columns}, summary, closing)
       select p.id, ${columns}, replace(summary, p.model, p.id), nextval('${schema}.closings')
       from (${pairs}) p join ${schema}.incident i on i.id = p.model`,
      [],
    );
    await database.ask(
      `insert into ${schema}.entry (incident_id, entry, body, hash)
       select id, entry, body, encode(sha256(convert_to(body, 'UTF8')), 'hex') from (
         select p.id, e.entry, replace(e.body, p.model, p.id) as body
         from (${pairs}) p join ${schema}.entry e on e.incident_id = p.model) copies`,
      [],
    );
  }
  await database.ask(`analyze ${schema}.incident, ${schema}.entry, ${schema}.claim`, []);
}
