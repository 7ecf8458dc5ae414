import { setImmediate } from 'node:timers/promises';
import ExcelJs from 'exceljs';

/** exceljs alone: the cells of the product's list, made once, written over and over; nothing is read. */
const { FILE: filename, ROWS: rows } = process.env;
if (!filename || !rows) throw new Error('FILE and ROWS say what to write');

const texts = ['SM-2026-000123', 'Eingegangen', 'Glasschaden', 'KA-AB 123', 'VW Golf', 'Pkw', 'WVWZZZ1KZAW000123', null, null, null, 'Halter', 'Gunhol', 'Ostpelrie', null, '+491713920010', 'kundin@example.de', null, null, null, 'Vollkasko', null, null, null, null, null, null, null, 'Seit gestern klappert es vorne links.', 'Ja', null, 'Normal', null, null];
// As in the product, a cell without content is not there.
const values = [...texts, 1, new Date(), new Date(), new Date(), null, null, null, null, null, null].map((value) => value ?? undefined);
const styles = [...texts.map(() => '@'), '#,##0', ...Array.from({ length: 9 }, () => 'dd.mm.yyyy hh:mm')];

const workbook = new ExcelJs.stream.xlsx.WorkbookWriter({ filename, useStyles: true, useSharedStrings: false });
const sheet = workbook.addWorksheet('Meldungen');
sheet.columns = styles.map((numFmt) => ({ width: 16, style: { numFmt } }));
for (let row = 0; row < Number(rows); row++) {
  sheet.addRow(values).commit();
  // Otherwise all of it would pile up before the file sees any.
  if (row % 500 === 499) await setImmediate();
}
sheet.commit();
await workbook.commit();
process.send?.('ready');
process.on('disconnect', () => process.exit(0));
