import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type postgres from 'postgres';

const statuses = ['submitted', 'inReview', 'scheduled', 'inRepair', 'ready', 'completed', 'completed', 'completed', 'completed', 'cancelled'];
const categories = ['collision', 'parking', 'glass', 'weather', 'wildlife', 'vandalism', 'marten', 'other'];
const districts = ['KA', 'RA', 'GER', 'S', 'HN', 'PF', 'OG', 'FR', 'MA', 'HD', 'LU', 'B', 'HH', 'M', 'K'];
const syllables = ['ber', 'gun', 'hol', 'ker', 'lin', 'mar', 'nor', 'ost', 'pel', 'rie', 'sal', 'tor', 'ulm', 'vos', 'wen', 'zim'];
const firstOfAll = Date.UTC(2022, 0, 1);

/**
 * Reports number `from` to `until` of a workshop by COPY, the same ones every time, one every nine minutes; with a photo
 * each when `withPhotos`. Foreign keys are not checked meanwhile.
 */
export async function copyReports(sql: postgres.Sql, tenantId: string, from: number, until: number, withPhotos: boolean): Promise<void> {
  const session = await sql.reserve();
  try {
    await session`set session_replication_role = replica`;
    await copyInto(
      await session`copy damage_reports (tenant_id, id, reference, status, category, catalogue_version, language, reporter, vehicle, insurance, answers, source,
        license_plate, plate_search_key, customer_name, search_text, photo_count, listed_at, first_opened_at, status_since, active_at, closed_at) from stdin`.writable(),
      from, until, (number) => reportRow(tenantId, number),
    );
    if (withPhotos) {
      await copyInto(
        await session`copy photos (tenant_id, id, draft_id, report_id, shot_id, position, state, media_type, byte_size, sha256, source, uploaded_at) from stdin`.writable(),
        from, until, (number) => [tenantId, idOf(tenantId, number, 'b'), idOf(tenantId, number, 'c'), idOf(tenantId, number, 'a'), 'damageWide', 0, 'ready', 'image/jpeg', 3_900_000, `\\\\x${number.toString(16).padStart(64, '0')}`, 'camera', instantOf(number)].join('\t'),
      );
    }
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

function reportRow(tenantId: string, number: number): string {
  const mixed = (step: number) => Math.imul(number + 1, 2_654_435_761 + step * 40_503) >>> 4;
  const pick = (list: string[], step: number) => list[mixed(step) % list.length] as string;
  const letters = String.fromCharCode(65 + (mixed(1) % 26), 65 + (mixed(2) % 26));
  const plate = `${pick(districts, 3)}-${letters} ${1 + (mixed(4) % 9_999)}`;
  const name = `${capital(pick(syllables, 5) + pick(syllables, 6))} ${capital(pick(syllables, 7) + pick(syllables, 8) + pick(syllables, 9))}`;
  const vin = `WVWZZZ${mixed(10).toString(36).toUpperCase().replace(/[IOQ]/g, 'X').padStart(6, '0').slice(0, 6)}${String(number % 100_000).padStart(5, '0')}`;
  const reference = `SM-${2022 + Math.floor(number / 58_400)}-${String((number % 58_400) + 1).padStart(6, '0')}`;
  const key = plate.replace(/[^A-Z0-9]/g, '');
  const status = pick(statuses, 11);
  return [
    tenantId, idOf(tenantId, number, 'a'), reference, status, pick(categories, 12), 1, 'de',
    json({ role: 'keeper', firstName: name.split(' ')[0], lastName: name.split(' ')[1], phone: '+491713920010', email: 'kundin@example.de' }),
    json({ licensePlate: plate, plateCountry: 'D', type: 'car', makeModel: 'VW Golf', vin }), json({ coverage: 'fullyComprehensive' }),
    json({ incidentDate: '2025-01-02', incidentDescription: 'Seit gestern klappert es vorne links.', drivable: true }), json({ kind: 'page' }),
    plate, key, name, `${reference}\\n${key}\\n${plate}\\n${name}\\n${vin}`.toLowerCase(), 1, instantOf(number), mixed(13) % 20 === 0 ? '\\N' : instantOf(number + 10),
    instantOf(number), instantOf(number), ['completed', 'cancelled'].includes(status) ? instantOf(number) : '\\N',
  ].join('\t');
}

function idOf(tenantId: string, number: number, kind: 'a' | 'b' | 'c'): string {
  return `${tenantId.slice(0, 8)}-${kind}000-4000-8000-${number.toString(16).padStart(12, '0')}`;
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
