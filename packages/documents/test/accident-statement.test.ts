import { emptySketch } from '@meldewerk/contract/accident-sketch';
import type { AccidentContent } from '@meldewerk/contract/accident-fields';
import { afterAll, expect, test } from 'vitest';
import type { AccidentPaper } from '../src/accident-statement.ts';
import { createDocuments } from '../src/create-documents.ts';
import { makeSealKey, openSealKey } from '../src/seal-key.ts';
import { signedAt } from './papers.ts';
import { faultsOf, hasPdfTools, readSeal, textOf } from './pdf-tools.ts';

const documents = createDocuments({ processes: 1, sealKey: async () => openSealKey(await makeSealKey('werkstatt.example', signedAt)) });
afterAll(() => documents.close());

const content: AccidentContent = {
  'shared.date': '2026-11-20', 'shared.time': '17:40', 'shared.country': 'Deutschland', 'shared.place': 'Karlsruhe, Kreuzung Kriegsstraße und Ritterstraße', 'shared.injured': false, 'shared.otherVehicles': false, 'shared.otherObjects': true,
  'shared.witnesses': 'Petra Müller, Amalienstraße 3, 76133 Karlsruhe, 0721 123456', 'shared.sketchText': 'A fuhr auf der Kriegsstraße geradeaus, B bog aus der Ritterstraße ein.',
  'shared.sketch': { ...emptySketch, road: 'crossing', strokes: [[[300, 410], [380, 405], [450, 395], [500, 390]]] },
  'a.policyholderName': 'Jürgen Größmann', 'a.policyholderAddress': 'Äußere Straße 5, 76133 Karlsruhe', 'a.makeModel': 'VW Golf', 'a.plate': 'KA-PA 777', 'a.insurer': 'Beispiel Versicherung AG', 'a.policyNumber': 'VS 123456', 'a.ownDamageCovered': true,
  'a.driverName': 'Jürgen Größmann', 'a.driverBirthDate': '1980-05-14', 'a.licenceNumber': 'B072RRE2I55', 'a.licenceClass': 'B', 'a.impact': '2', 'a.visibleDamage': 'Kotflügel vorn rechts und Scheinwerfer', 'a.circumstances': ['fromTheRight'],
  'b.policyholderName': 'Ağaoğlu Nakliyat', 'b.makeModel': 'Ford Transit', 'b.plate': 'S-AB 1234', 'b.insurer': 'Muster Assekuranz', 'b.driverName': 'Łukasz Żółw', 'b.driverAddress': 'ul. Długa 7, Kraków', 'b.impact': '11', 'b.circumstances': ['turningLeft', 'ignoredPriority'],
};
const paper: AccidentPaper = {
  id: '019a8f2e-0000-7000-8000-000000000001', content, factsSha256: 'ab'.repeat(32), workshop: 'Karosserie Muster', timeZone: 'Europe/Berlin', sealedAt: signedAt,
  signatures: [
    { side: 'a', name: 'Jürgen Größmann', signature: { method: 'drawn', width: 400, height: 150, strokes: [Array.from({ length: 60 }, (_, index) => [40 + index * 4, 60 + Math.sin(index / 4) * 30] as [number, number])] }, signedAt, device: 'a' },
    { side: 'b', name: 'Łukasz Żółw', signature: { method: 'typed', typedName: 'Łukasz Żółw' }, signedAt, device: 'a' },
  ],
};

test.runIf(hasPdfTools)('the statement of two drivers is a sound, sealed PDF with both sides, every tick and both signatures', async () => {
  const pdf = await documents.accidentStatement(paper);
  expect(faultsOf(pdf)).toBe('');
  expect(readSeal(pdf)).toMatchObject({ valid: true, wholeFile: true });
  const text = textOf(pdf);
  for (const told of ['Kreuzung Kriegsstraße', 'Größmann', 'Łukasz Żółw', 'VS 123456', '20.11.2026', 'nein · no', '2 Uhr: Kotflügel rechts', 'bog nach links ab', 'auf dem Gerät von A', 'ab'.repeat(32)]) expect(text.replaceAll(/\s+/g, ' ')).toContain(told);
});

test.runIf(hasPdfTools)('the longest texts turn the page instead of running over its edge', async () => {
  const long = 'Äußerst langer Satz ohne Ende. '.repeat(60).slice(0, 1000);
  const lines = `${'Zeile für Zeile untereinander, und jede davon so lang, dass sie umbricht.\n'.repeat(20)}Ende der Zeilen`;
  const full = { ...content, 'shared.witnesses': long, 'a.remarks': long, 'b.remarks': long, 'shared.sketchText': lines, 'a.visibleDamage': long.slice(0, 600) };
  const pdf = await documents.accidentStatement({ ...paper, content: full });
  expect(faultsOf(pdf)).toBe('');
  expect(textOf(pdf)).toMatch(/1 ?\/ ?[34]/);
  expect(textOf(pdf)).toContain('Ende der Zeilen');
});
