import type { FormDocument, FormDocumentInput, FormSignatureInput, LinkForm } from '@meldewerk/contract/form';
import type { Language } from '@meldewerk/contract/language';
import { type Api, ProblemError, readProblem, UnreachableError } from '../api.ts';

/** Who asks, and for which report. */
export type Signer = { api: Api; draftId: string; token: string; language: Language };

export type FormValues = Omit<FormDocumentInput, 'again'>;

const timeoutMs = 60_000;

/**
 * The form filled with `values`, to be read: this document and no other one is signed then.
 * @param again another one of the same words, for who wants to sign once more
 */
export function askForDocument(signer: Signer, formId: string, values: FormValues, again = false): Promise<FormDocument> {
  return post(signer, `forms/${formId}/document`, { ...values, again } satisfies FormDocumentInput);
}

/** The same id stands for the same signature, however often it arrives. */
export function sendSignature(signer: Signer, formId: string, signature: FormSignatureInput): Promise<LinkForm> {
  return post(signer, `forms/${formId}/signatures`, signature);
}

/** A document of this report, signed or to be read. */
export async function fetchDocument({ api, draftId, token, language }: Signer, documentId: string): Promise<Uint8Array<ArrayBuffer>> {
  const [answer, bytes] = await fetch(`${api.origin}/api/drafts/${draftId}/documents/${documentId}`, {
    headers: { Authorization: `Bearer ${token}`, 'Accept-Language': language },
    credentials: 'omit',
    signal: AbortSignal.timeout(timeoutMs),
  })
    .then(async (response) => [response, new Uint8Array(await response.arrayBuffer())] as const)
    .catch((error: unknown) => {
      throw new UnreachableError(String(error));
    });
  if (answer.ok) return bytes;
  const problem = readProblem(new TextDecoder().decode(bytes));
  throw problem ? new ProblemError(problem) : new UnreachableError(`status ${answer.status}`);
}

function post<Answer>({ api, draftId, token, language }: Signer, path: string, body: object): Promise<Answer> {
  return api.call(`/api/drafts/${draftId}/${path}`, { method: 'POST', token, language, headers: { 'Content-Type': 'application/json' }, body });
}
