import { afterAll, expect, test } from 'vitest';
import { createDocuments } from '../src/create-documents.ts';
import { DocumentRefused } from '../src/documents.ts';
import { armed, contentBomb, deeplyNested, encrypted, endlessTree, manyObjects, manyPages, onePage, stream } from './evil-pdfs.ts';
import { faultsOf, hasPdfTools, pictureOf, textOf, unpacked } from './pdf-tools.ts';

const documents = createDocuments({ processes: 1, sealKey: () => Promise.reject(new Error('nothing is sealed here')) });
afterAll(() => documents.close());

const pages = {
  plain: [onePage(), 595, 842],
  'turned by 90°': [onePage({ page: '/Rotate 90' }), 842, 595],
  'turned by 180°': [onePage({ page: '/Rotate 180' }), 595, 842],
  'turned by -90°': [onePage({ page: '/Rotate -90' }), 842, 595],
  cropped: [onePage({ page: '/CropBox [50 600 350 800]' }), 300, 200],
  'cropped and turned': [onePage({ page: '/CropBox [350 800 50 600] /Rotate 90' }), 200, 300],
  'not beginning at zero': [onePage({ mediaBox: '[-100 -50 495 792]' }), 595, 842],
  'sized by its parent': [manyPages(2), 595, 842],
} as const;

test.each(Object.entries(pages))('a page that is %s has the size that is seen, and looks the same when cleaned', async (_, [pdf, width, height]) => {
  const inspected = await documents.inspect(pdf);
  expect(inspected.pages[0]).toEqual({ width, height });
  if (!hasPdfTools) return;
  expect(pictureOf(inspected.cleaned).equals(pictureOf(pdf))).toBe(true);
  expect(faultsOf(inspected.cleaned)).toBe('');
});

test('the same upload is cleaned to the same bytes', async () => {
  const [first, second] = [await documents.inspect(armed()), await documents.inspect(armed())];
  expect(Buffer.from(first.cleaned).equals(second.cleaned)).toBe(true);
});

test.runIf(hasPdfTools)('scripts, actions, embedded files, links and forms stay behind; what was typed into the form stays to be read', async () => {
  const { cleaned } = await documents.inspect(armed());
  expect(unpacked(armed())).toMatch(/JavaScript.*Launch.*AcroForm|AcroForm[^]*Launch/s);
  expect(unpacked(cleaned)).not.toMatch(/JavaScript|\/JS|Launch|calc\.exe|EmbeddedFile|Filespec|evil payload|OpenAction|\/AA|AcroForm|\/URI|\/Annots/);
  expect(textOf(cleaned)).toContain('Getippter Name');
});

test.runIf(hasPdfTools)('a drawing whose content lies in another file, or is a page of one, does not lead there', async () => {
  const page = '/Resources << /XObject << /Out 5 0 R >> >>';
  const content = stream('', '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /F (\\\\\\\\evil\\\\share) /FFilter /FlateDecode /Ref << /F (evil.pdf) /Page 0 >>');
  const { cleaned } = await documents.inspect(onePage({ page, more: [content] }));
  expect(unpacked(cleaned)).toContain('/Out');
  expect(unpacked(cleaned)).not.toMatch(/evil|FFilter|\/Ref\b/);
});

test('a form that 30 pages share is not stored 30 times', async () => {
  const { cleaned, pages: found } = await documents.inspect(manyPages(30));
  expect(found).toHaveLength(30);
  expect(cleaned.length).toBeLessThan(30_000);
});

const refused = {
  'no PDF at all': [Buffer.from('GIF89a and so on'), 'pdfUnreadable'],
  empty: [new Uint8Array(), 'pdfUnreadable'],
  'five megabytes of nothing': [new Uint8Array(5_000_000), 'pdfUnreadable'],
  'cut off': [onePage().subarray(0, 400), 'pdfUnreadable'],
  'protected with a password': [encrypted(), 'pdfEncrypted'],
  'of 31 pages': [manyPages(31), 'pdfTooManyPages'],
  'of 300 pages': [manyPages(300), 'pdfTooManyPages'],
  'three metres wide': [onePage({ mediaBox: '[0 0 10000 10000]' }), 'pdfUnreadable'],
  'its own child': [endlessTree(), 'pdfUnreadable'],
  'nested 200,000 deep': [deeplyNested(), 'pdfUnreadable'],
} as const;

test.each(Object.entries(refused))('a file that is %s is refused with its reason', async (_, [pdf, problem]) => {
  await expectRefused(documents.inspect(pdf), problem);
});

test.runIf(process.platform === 'linux')('a page whose two kilobytes unfold to 400 megabytes is refused before it takes the memory, and the next file is served', async () => {
  const bounded = createDocuments({ processes: 1, memoryLimitBytes: 250_000_000, sealKey: () => Promise.reject(new Error('nothing is sealed here')) });
  await expectRefused(bounded.inspect(contentBomb(400_000_000)), 'pdfUnreadable');
  expect((await bounded.inspect(onePage())).pages).toHaveLength(1);
  await bounded.close();
});

test('a file that takes too long is refused', async () => {
  const impatient = createDocuments({ processes: 1, timeoutMs: 1, sealKey: () => Promise.reject(new Error('nothing is sealed here')) });
  await expectRefused(impatient.inspect(manyObjects(20_000)), 'pdfUnreadable');
  await impatient.close();
});

test('100,000 objects that nothing uses are left out', async () => {
  expect((await documents.inspect(manyObjects(100_000))).cleaned.length).toBeLessThan(5_000);
});

async function expectRefused(work: Promise<unknown>, problem: DocumentRefused['problem']) {
  const error = await work.then(() => null, (thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DocumentRefused);
  expect((error as DocumentRefused).problem).toBe(problem);
}
