import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type postgres from 'postgres';

const statuses = ['submitted', 'inReview', 'scheduled', 'inRepair', 'ready', 'completed', 'completed', 'completed', 'completed', 'cancelled'];
const categories = ['collision', 'parking', 'glass', 'weather', 'wildlife', 'vandalism', 'marten', 'other'];
const districts = ['KA', 'RA', 'GER', 'S', 'HN', 'PF', 'OG', 'FR', 'MA', 'HD', 'LU', 'B', 'HH', 'M', 'K'];
const syllables = ['ber', 'gun', 'hol', 'ker', 'lin', 'mar', 'nor', 'ost', 'pel', 'rie', 'sal', 'tor', 'ulm', 'vos', 'wen', 'zim'];
const insurers = ['Badische Allgemeine', 'Nordstern Direkt', 'Südversicherung AG', 'Hansa Sach', 'Rheinland Kasko'];
const tags = ['Hagel', 'Leasing', 'Eilig', 'Gutachter', 'Ersatzwagen'];
const firstOfAll = Date.UTC(2022, 0, 1);
const dayMs = 86_400_000;

export const partnerIds = [1, 2, 3, 4].map((number) => `99999999-0000-4000-8000-${String(number).padStart(12, '0')}`);
/** Given to few enough that they have to be looked up. */
export const rareTag = 'Oldtimer';

/** Whose reports, and who works there: one in thirty is this person's. */
export type Generated = { tenantId: string; staffUserId: string };

/** The workshop with the one person who works there. */
export async function withStaff(sql: postgres.Sql, tenantId: string): Promise<Generated> {
  const [staff] = await sql<{ id: string }[]>`select id from staff_users where tenant_id = ${tenantId}`;
  if (!staff) throw new Error('a workshop has somebody');
  return { tenantId, staffUserId: staff.id };
}

/**
 * Reports number `from` to `until` of a workshop by COPY, the same ones every time, one every nine minutes; with a photo
 * each when `withPhotos`. One in forty was never sent by its customer and has a link. Foreign keys and triggers rest
 * meanwhile: what the triggers would have written follows by hand.
 */
export async function copyReports(sql: postgres.Sql, generated: Generated, from: number, until: number, withPhotos: boolean): Promise<void> {
  const { tenantId } = generated;
  const session = await sql.reserve();
  try {
    await session`set session_replication_role = replica`;
    await copyInto(
      await session`copy damage_reports (tenant_id, id, reference, status, category, catalogue_version, language, reporter, vehicle, insurance, answers, source,
        license_plate, plate_search_key, customer_name, search_text, photo_count, listed_at, submitted_at, first_opened_at, status_since, active_at, closed_at,
        assignee_id, priority, tags, due_on, sub_status, partner, customer_wrote_at, internal_since, next_step) from stdin`.writable(),
      from, until, (number) => reportRow(generated, number),
    );
    if (withPhotos) {
      await copyInto(
        await session`copy photos (tenant_id, id, draft_id, report_id, shot_id, position, state, media_type, byte_size, sha256, source, uploaded_at) from stdin`.writable(),
        from, until, (number) => [tenantId, idOf(tenantId, number, 'b'), idOf(tenantId, number, 'c'), idOf(tenantId, number, 'a'), 'damageWide', 0, 'ready', 'image/jpeg', 3_900_000, `\\\\x${number.toString(16).padStart(64, '0')}`, 'camera', instantOf(number)].join('\t'),
      );
    }
    await session`insert into report_activity (tenant_id, report_id, active_at) select tenant_id, id, active_at from damage_reports where tenant_id = ${tenantId} on conflict do nothing`;
    await session`insert into report_tags (tenant_id, tag, report_id) select tenant_id, unnest(tags), id from damage_reports where tenant_id = ${tenantId} and tags <> '{}' on conflict do nothing`;
    await session`
      insert into report_links (tenant_id, report_id, generation, draft_id, token_hash, created_at, expires_at, sent_at, opened_at, begun_at, last_step, last_active_at)
      select tenant_id, id, 1, id, sha256(convert_to(id::text, 'UTF8')), listed_at, now() + interval '30 days', listed_at, listed_at, case when id::text < ${middleOf(tenantId, until)} then listed_at end, 'photos', listed_at
      from damage_reports where tenant_id = ${tenantId} and submitted_at is null on conflict do nothing`;
  } finally {
    await session`set session_replication_role = origin`;
    session.release();
  }
}

async function copyInto(table: Writable, from: number, until: number, row: (number: number) => string): Promise<void> {
  const failed = once(table, 'error').then(([error]) => Promise.reject(error));
  const written = (async () => {
    for (let at = from; at < until; at += 2_000) {
      const rows = Array.from({ length: Math.min(2_000, until - at) }, (_, index) => row(at + index));
      if (!table.write(`${rows.join('\n')}\n`)) await once(table, 'drain');
    }
    table.end();
    await once(table, 'finish');
  })();
  await Promise.race([written, failed]);
}

function reportRow({ tenantId, staffUserId }: Generated, number: number): string {
  const mixed = (step: number) => Math.imul(number + 1, 2_654_435_761 + step * 40_503) >>> 4;
  const oneIn = (count: number, step: number) => mixed(step) % count === 0;
  const pick = (list: string[], step: number) => list[mixed(step) % list.length] as string;
  const letters = String.fromCharCode(65 + (mixed(1) % 26), 65 + (mixed(2) % 26));
  const plate = `${pick(districts, 3)}-${letters} ${1 + (mixed(4) % 9_999)}`;
  const name = `${capital(pick(syllables, 5) + pick(syllables, 6))} ${capital(pick(syllables, 7) + pick(syllables, 8) + pick(syllables, 9))}`;
  const vin = `WVWZZZ${mixed(10).toString(36).toUpperCase().replace(/[IOQ]/g, 'X').padStart(6, '0').slice(0, 6)}${String(number % 100_000).padStart(5, '0')}`;
  const reference = `SM-${2022 + Math.floor(number / 58_400)}-${String((number % 58_400) + 1).padStart(6, '0')}`;
  const key = plate.replace(/[^A-Z0-9]/g, '');
  const waits = oneIn(40, 14);
  const status = waits ? 'linkSent' : pick(statuses, 11);
  const own = oneIn(500, 20) ? [rareTag] : oneIn(6, 21) ? [pick(tags, 22)] : [];
  const priority = oneIn(25, 23) ? 'high' : oneIn(15, 24) ? 'low' : 'normal';
  const dueOn = new Date(Date.now() + ((mixed(25) % 60) - 30) * dayMs).toISOString().slice(0, 10);
  return [
    tenantId, idOf(tenantId, number, 'a'), reference, status, pick(categories, 12), 1, 'de',
    json({ role: 'keeper', firstName: name.split(' ')[0], lastName: name.split(' ')[1], phone: '+491713920010', email: 'kundin@example.de' }),
    json({ licensePlate: plate, plateCountry: 'D', type: 'car', makeModel: 'VW Golf', vin }), json({ coverage: 'fullyComprehensive', ...(oneIn(2, 15) && { insurer: pick(insurers, 16) }) }),
    json({ incidentDate: '2025-01-02', incidentDescription: 'Seit gestern klappert es vorne links.', drivable: true }), json({ kind: 'page' }),
    plate, key, name, `${reference}\\n${key}\\n${plate}\\n${name}\\n${vin}`.toLowerCase(), 1, instantOf(number), waits ? '\\N' : instantOf(number), mixed(13) % 20 === 0 ? '\\N' : instantOf(number + 10),
    instantOf(number), instantOf(number + (mixed(17) % 3_000)), ['completed', 'cancelled'].includes(status) ? instantOf(number) : '\\N',
    oneIn(30, 18) ? staffUserId : oneIn(2, 19) ? idOf(tenantId, mixed(19) % 5, 'c') : '\\N', priority, `{${own.join(',')}}`, oneIn(8, 26) ? dueOn : '\\N', status === 'inRepair' && oneIn(3, 27) ? 'waitingForParts' : '\\N',
    oneIn(10, 28) ? json({ id: pick(partnerIds, 29), name: 'Steuerung', kind: 'steering', orderNumber: null }) : '\\N', oneIn(12, 30) ? instantOf(number + 20) : '\\N', oneIn(100, 31) ? instantOf(number) : '\\N', oneIn(4, 32) ? 'Teile bestellen' : '\\N',
  ].join('\t');
}

function idOf(tenantId: string, number: number, kind: 'a' | 'b' | 'c'): string {
  return `${tenantId.slice(0, 8)}-${kind}000-4000-8000-${number.toString(16).padStart(12, '0')}`;
}

function middleOf(tenantId: string, until: number): string {
  return idOf(tenantId, Math.floor(until / 2), 'a');
}

function instantOf(number: number): string {
  return new Date(firstOfAll + number * 540_000).toISOString();
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function json(value: object): string {
  return JSON.stringify(value).replaceAll('\\', '\\\\');
}
