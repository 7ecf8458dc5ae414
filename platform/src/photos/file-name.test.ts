import { expect, test } from 'vitest';
import { namePhotos, type NamedPhoto } from './file-name.ts';

const photo = (changes: Partial<NamedPhoto> = {}): NamedPhoto => ({
  id: 'one', shotLabel: 'Vorne links', mediaType: 'image/jpeg', capturedAt: '2026-11-21T14:03:05', uploadedAt: new Date('2026-11-21T23:30:00Z'), ...changes,
});
const nameOf = (changes: Partial<NamedPhoto> = {}, plate = 'KA-PA 777') => namePhotos([photo(changes)], plate, 'Europe/Berlin').get('one');

test('a name says vehicle, shot and the camera’s time', () => {
  expect(nameOf()).toBe('KA-PA-777_vorne-links_2026-11-21_14-03.jpg');
  expect(nameOf({ capturedAt: '2026-11-21T14:03:05-05:00' })).toBe('KA-PA-777_vorne-links_2026-11-21_14-03.jpg');
});

test('without a camera’s time it is the time of arrival where the workshop is', () => {
  expect(nameOf({ capturedAt: null })).toBe('KA-PA-777_vorne-links_2026-11-22_00-30.jpg');
});

test('the extension is what the file is', () => {
  expect(nameOf({ mediaType: 'image/heic' })).toMatch(/\.heic$/);
  expect(nameOf({ mediaType: 'image/avif' })).toMatch(/\.avif$/);
});

test('photos of the same shot in the same minute get names of their own', () => {
  const names = namePhotos([photo(), photo({ id: 'two', shotLabel: 'VORNE LINKS' }), photo({ id: 'three' })], 'KA-PA 777', 'Europe/Berlin');
  expect([...names.values()]).toEqual([
    'KA-PA-777_vorne-links_2026-11-21_14-03.jpg', 'KA-PA-777_vorne-links_2026-11-21_14-03_2.jpg', 'KA-PA-777_vorne-links_2026-11-21_14-03_3.jpg',
  ]);
});

test('nothing typed leads out of the folder or breaks a name', () => {
  for (const evil of ['../../etc/passwd', '..\\..\\boot.ini', 'C:\\x', 'a\0b', 'a\r\nSet-Cookie: x', '\u202egpj.exe', '...', '"; rm -rf /', '/', 'x'.repeat(500)]) {
    const name = nameOf({ shotLabel: evil }, evil);
    expect(name).toMatch(/^[\p{L}\p{N}-]+_[\p{L}\p{N}-]+_2026-11-21_14-03\.jpg$/u);
    expect(name!.length).toBeLessThan(160);
  }
  expect(nameOf({ shotLabel: 'Beschädigung (nah)' }, 'MÜ-Ä 1')).toBe('MÜ-Ä-1_beschädigung-nah_2026-11-21_14-03.jpg');
});
