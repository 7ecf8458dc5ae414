import { answerRequests } from '@meldewerk/sandbox/inside';
import { writeAccidentStatement, type AccidentPaper } from './accident-statement.ts';
import { composeForm, type Composed } from './compose.ts';
import { DocumentRefused, type ComposedForm, type Evidence, type FilledField, type Letter, type PlacedSignature } from './documents.ts';
import type { DossierBase, LaidOutDossier } from './dossier.ts';
import { fillPdf } from './fill.ts';
import { inspectPdf, type Inspected } from './inspect.ts';
import { putSignatures } from './put-signatures.ts';
import { writeDossier } from './write-dossier.ts';
import { writeLetter } from './write-letter.ts';

export type DocumentRequest =
  | { work: 'inspect'; pdf: Uint8Array }
  | { work: 'fill'; pdf: Uint8Array; fields: FilledField[] }
  | { work: 'compose'; form: ComposedForm }
  | { work: 'sign'; pdf: Uint8Array; signatures: PlacedSignature[]; evidence: Evidence; sealMark: Uint8Array }
  | { work: 'dossier'; dossier: LaidOutDossier }
  | { work: 'accidentStatement'; paper: AccidentPaper; sealMark: Uint8Array }
  | { work: 'letter'; letter: Letter; sealMark: Uint8Array | null };
export type DocumentAnswer = { done: Inspected | Composed | DossierBase | Uint8Array } | { refused: DocumentRefused['problem']; reason: string };

answerRequests(answer);

async function answer(request: DocumentRequest): Promise<DocumentAnswer> {
  try {
    return { done: await carryOut(request) };
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : 'unknown';
    return { refused: error instanceof DocumentRefused ? error.problem : 'pdfUnreadable', reason };
  }
}

function carryOut(request: DocumentRequest): Promise<Inspected | Composed | DossierBase | Uint8Array> {
  if (request.work === 'inspect') return inspectPdf(request.pdf);
  if (request.work === 'fill') return fillPdf(request.pdf, request.fields);
  if (request.work === 'compose') return composeForm(request.form);
  if (request.work === 'sign') return putSignatures(request.pdf, request.signatures, request.evidence, request.sealMark);
  if (request.work === 'dossier') return writeDossier(request.dossier);
  if (request.work === 'accidentStatement') return writeAccidentStatement(request.paper, request.sealMark);
  return writeLetter(request.letter, request.sealMark);
}
