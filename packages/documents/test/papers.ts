import type { ComposedForm, Evidence, Letterhead, PlacedSignature, SignatureField } from '../src/documents.ts';

export const letterhead: Letterhead = { name: 'Karosserie Größmann GmbH', street: 'Industriestraße 12', postalCode: '70565', city: 'Stuttgart', phone: '+49 711 1234567', email: 'info@karosserie.example', color: '#0f4c81', logo: null };

export const signedAt = new Date('2026-11-21T13:03:05Z');

export const repairContract: ComposedForm = {
  language: 'de', letterhead, title: 'Reparaturauftrag', footer: 'SM-2026-000123 · Fassung 2', isSample: false, signers: ['customer', 'workshop'],
  text: '# 1. Auftrag\nJürgen Größmann, Äußere Straße 5, beauftragt die Instandsetzung.\n\n# 2. Zahlung\n- Der Versicherer zahlt 1.234,56 €.\n- Łukasz, Żółw, Ağaoğlu und Жанна auch.',
};

export function evidenceFor(unsignedSha256: string): Evidence {
  return {
    language: 'de', letterhead, timeZone: 'Europe/Berlin', title: 'Reparaturauftrag', version: 2, reference: 'SM-2026-000123', unsignedSha256, sealedAt: signedAt,
    signers: [{ name: 'Jürgen Größmann', role: 'customer', method: 'drawn', signedAt, ip: '2001:db8::1', userAgent: 'Mozilla/5.0 (iPhone)' }],
  };
}

export function drawnIn(place: SignatureField): PlacedSignature {
  const strokes = [Array.from({ length: 60 }, (_, index) => [40 + index * 4, 60 + Math.sin(index / 4) * 30] as [number, number]), [[100, 30] as [number, number]]];
  return { place, signature: { method: 'drawn', width: 400, height: 150, strokes }, name: 'Jürgen Größmann', signedAt, timeZone: 'Europe/Berlin', language: 'de' };
}

export function typedIn(place: SignatureField): PlacedSignature {
  return { place, signature: { method: 'typed', typedName: 'Petra Müller' }, name: 'Petra Müller', signedAt, timeZone: 'Europe/Berlin', language: 'de' };
}
