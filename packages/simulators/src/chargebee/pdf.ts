/** A line of text on an A4 page; `x` and `y` in points from the top left corner. */
export type PdfText = { x: number; y: number; size: number; text: string; bold?: boolean; alignRight?: boolean };
export type PdfRule = { y: number; fromX: number; toX: number };

const pageHeight = 842;

/** A page of text as PDF 1.4 with the two Helveticas every reader has, in the characters of western Europe. */
export function writePdf({ title, texts, rules = [] }: { title: string; texts: PdfText[]; rules?: PdfRule[] }): Uint8Array<ArrayBuffer> {
  const drawn = [
    ...texts.map(({ x, y, size, text, bold = false, alignRight = false }) => `BT /${bold ? 'B' : 'R'} ${size} Tf ${(alignRight ? x - widthOf(text, size) : x).toFixed(2)} ${pageHeight - y} Td ${literal(text)} Tj ET`),
    ...rules.map(({ y, fromX, toX }) => `0.5 w ${fromX} ${pageHeight - y} m ${toX} ${pageHeight - y} l S`),
  ].join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R /Lang (de-DE) >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 ${pageHeight}] /Contents 4 0 R /Resources << /Font << /R 5 0 R /B 6 0 R >> >> >>`,
    `<< /Length ${drawn.length} >>\nstream\n${drawn}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>',
    `<< /Title ${literal(title)} >>`,
  ];
  let file = '%PDF-1.4\n%\xe2\xe3\xcf\xd3\n';
  const offsets = objects.map((object, at) => {
    const offset = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 7 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(file, 'latin1'));
}

/** Beyond Latin-1, WinAnsi has these where Latin-1 has nothing to print. */
const special: Record<string, string> = { '€': '\x80', '‚': '\x82', '„': '\x84', '…': '\x85', '‘': '\x91', '’': '\x92', '“': '\x93', '”': '\x94', '•': '\x95', '–': '\x96', '—': '\x97' };

function literal(text: string): string {
  const inWinAnsi = [...text].map((character) => special[character] ?? (character <= '\xff' ? character : '?')).join('');
  return `(${inWinAnsi.replace(/[\\()]/g, '\\$&').replace(/[\r\n]/g, ' ')})`;
}

/** Near enough for figures at the right: in Helvetica digits are 556 wide, points and commas half of that. */
function widthOf(text: string, size: number): number {
  return ([...text].reduce((sum, character) => sum + (/[.,: ]/.test(character) ? 278 : /[A-Z]/.test(character) ? 690 : 556), 0) * size) / 1000;
}
