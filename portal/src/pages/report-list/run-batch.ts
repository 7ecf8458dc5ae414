import { msg, str } from '@lit/localize';
import type { HandlingField } from '@meldewerk/contract/handling';
import type { BatchChange, BatchResult } from '@meldewerk/contract/list';
import { errorText } from '@meldewerk/shell/error-text';
import { showToast } from '@meldewerk/shell/toast';
import { reverseBatch, runBatchPart } from '../../data/lists.ts';
import { fieldLabel } from '../report-detail/report-handling-words.ts';

export type Progress = { done: number; all: number };

/** So that whoever waits sees it move. */
const partSize = 20;

/** Sends a change in parts. A part that does not come through ends it; what was done until then can be taken back all the same. */
export async function runBatch(reportIds: string[], change: { set: BatchChange; note?: string | undefined }, onProgress: (progress: Progress) => void): Promise<{ batchId: string; results: BatchResult[]; error?: unknown }> {
  const batchId = crypto.randomUUID();
  const results: BatchResult[] = [];
  for (let at = 0; at < reportIds.length; at += partSize) {
    try {
      results.push(...(await runBatchPart({ id: batchId, reportIds: reportIds.slice(at, at + partSize), ...change })));
    } catch (error) {
      return { batchId, results, error };
    }
    onProgress({ done: Math.min(at + partSize, reportIds.length), all: reportIds.length });
  }
  return { batchId, results };
}

/** Takes a batch back and says what stays, because somebody changed it meanwhile. */
export async function takeBack(batchId: string, onKept: (kept: { reference: string; reason: string }[], fault: string) => void) {
  try {
    const results = await reverseBatch(batchId);
    const stays = (fields: HandlingField[]) => msg(str`wurde inzwischen geändert und bleibt: ${fields.map(fieldLabel).join(', ')}`, { id: 'bulk.kept' });
    onKept(results.filter(({ kept }) => kept.length > 0).map(({ reference, kept, reason }) => ({ reference, reason: reason ?? stays(kept) })), '');
    showToast({ text: msg('Zurückgenommen', { id: 'handling.undone' }) });
  } catch (error) {
    onKept([], errorText(error));
  }
}
