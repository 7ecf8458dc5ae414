import { randomUUID } from 'node:crypto';
import type { Import } from '@meldewerk/contract/import';
import { newErrand, type Errand } from './errand.ts';
import { declare } from './prepared-report.ts';

export type TableImport = Errand & { phones: string[]; import?: Import };

/** Thirty good rows and two bad ones, read in, looked at, and sent; the button is pressed twice. */
export function newTableImport(cookie: string): TableImport {
  const phones = Array.from({ length: 30 }, (_, index) => `+491513${String(index).padStart(7, '0')}`);
  const rows = phones.map((phone, index) => `Hagel ${index};${phone.replace('+49', '0')};KA-HG ${index + 1}`);
  const body = ['Name;Handy;Kennzeichen', ...rows, 'Ohne Nummer;;KA-HG 98', 'Festnetz;0721 123456;KA-HG 99', ''].join('\n');
  const press = (errand: TableImport) => ({ path: `/api/imports/${errand.import?.id}/sending`, headers: { cookie: cookie }, answers: 202 });
  const errand: TableImport = {
    phones,
    ...newErrand([
      async (ask) => {
        errand.import = await ask<Import>({ path: '/api/imports?fileName=hagel.csv', headers: { cookie: cookie, 'content-type': 'application/octet-stream' }, body, answers: 201 });
      },
      (ask) => ask(press(errand)),
      (ask) => ask(press(errand)),
    ]),
  };
  return errand;
}

export type Letter = Errand & { id: string; email: string };

/** A withdrawal that names no report. */
export function newDeclaration(number: number): Letter {
  const [id, email] = [randomUUID(), `widerruf-${number}@example.com`];
  return { id, email, ...newErrand([async (ask) => void (await declare(ask, { id, name: 'Kai Reu', email, contract: 'Mein Auftrag' }, `192.0.2.${number}`))]) };
}

export function newSupportRequest(number: number, cookie: string): { id: string; subject: string } & Errand {
  const [id, subject] = [randomUUID(), `Frage ${number}`];
  return { id, subject, ...newErrand([(ask) => ask({ path: '/api/support-requests', headers: { cookie: cookie }, json: { id, kind: 'contact', subject, message: 'Bitte zurückrufen.' }, answers: 201 })]) };
}
