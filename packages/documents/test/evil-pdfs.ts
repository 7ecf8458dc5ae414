import { deflateSync } from 'node:zlib';

/** Writes a PDF by hand: object 1 is the catalog, the others are as given; offsets are right. */
export function rawPdf(objects: (string | Buffer)[], trailer = ''): Uint8Array {
  const chunks: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')];
  const offsets: number[] = [];
  let length = chunks[0]?.length ?? 0;
  const push = (chunk: Buffer) => {
    chunks.push(chunk);
    length += chunk.length;
  };
  for (const [index, object] of objects.entries()) {
    offsets.push(length);
    push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]));
  }
  const xref = length;
  push(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(chunks));
}

export function stream(content: string | Buffer, entries = ''): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from(`<< /Length ${bytes.length} ${entries} >>\nstream\n`), bytes, Buffer.from('\nendstream')]);
}

const resources = '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>';

/** One page that says `text`, with what else stands in its dictionary and in the catalog's. */
export function onePage({ text = 'Formular', page = '', catalog = '', mediaBox = '[0 0 595 842]', more = [] }: { text?: string; page?: string; catalog?: string; mediaBox?: string; more?: (string | Buffer)[] } = {}): Uint8Array {
  return rawPdf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    `<< /Type /Pages /Kids [3 0 R] /Count 1 >>`,
    `<< /Type /Page /Parent 2 0 R /MediaBox ${mediaBox} ${resources} /Contents 4 0 R ${page} >>`,
    stream(`BT /F1 24 Tf 72 700 Td (${text}) Tj ET 0.5 w 72 72 100 50 re S`),
    ...more,
  ]);
}

export function manyPages(count: number): Uint8Array {
  const kids = Array.from({ length: count }, (_, index) => `${index + 3} 0 R`).join(' ');
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${count} /MediaBox [0 0 595 842] ${resources} >>`,
    ...Array.from({ length: count }, () => '<< /Type /Page /Parent 2 0 R >>'),
  ]);
}

/** A page whose few kilobytes of content unfold to `bytes`. */
export function contentBomb(bytes: number): Uint8Array {
  const once = deflateSync(Buffer.alloc(bytes, ' '), { level: 1 });
  const twice = deflateSync(once, { level: 9 });
  return rawPdf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    stream(twice, '/Filter [/FlateDecode /FlateDecode]'),
  ]);
}

/** A tree of pages that is its own child. */
export function endlessTree(): Uint8Array {
  return rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>']);
}

export function deeplyNested(): Uint8Array {
  return rawPdf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [] /Count 0 /X ${'['.repeat(200_000)}${']'.repeat(200_000)} >>`]);
}

export function manyObjects(count: number): Uint8Array {
  return onePage({ more: Array.from({ length: count }, (_, index) => `<< /N ${index} /P ${(index % 50) + 1} 0 R >>`) });
}

/** Protected with a password: the dictionary is enough to be recognised. */
export function encrypted(): Uint8Array {
  const hex = '00'.repeat(32);
  return rawPdf(
    ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>', `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <${hex}> /U <${hex}> >>`],
    `/Encrypt 4 0 R /ID [<${'01'.repeat(16)}> <${'01'.repeat(16)}>]`,
  );
}

/** Opens a calculator, runs a script, carries a file, and has a form. */
export function armed(): Uint8Array {
  return onePage({
    catalog: '/OpenAction 5 0 R /AA << /WC 5 0 R >> /Names << /JavaScript << /Names [(a) 5 0 R] >> /EmbeddedFiles << /Names [(virus.exe) 7 0 R] >> >> /AcroForm << /Fields [9 0 R] /DA (/Helv 0 Tf) /XFA (x) >> /AF [7 0 R]',
    page: '/AA << /O 6 0 R >> /Annots [9 0 R 10 0 R] /AF [7 0 R]',
    more: [
      '<< /S /JavaScript /JS (app.alert\\(1\\)) >>',
      '<< /S /Launch /F (calc.exe) >>',
      '<< /Type /Filespec /F (virus.exe) /EF << /F 8 0 R >> >>',
      stream('MZ evil payload', '/Type /EmbeddedFile'),
      '<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Getippter Name) /Rect [72 600 300 620] /DA (/Helv 12 Tf 0 g) /A 5 0 R >>',
      '<< /Type /Annot /Subtype /Link /Rect [72 700 300 720] /A << /S /URI /URI (http://evil.example) >> >>',
    ],
  });
}
