import type { StaffLanguage } from '@meldewerk/contract/language';
import { problemStatus, type ProblemError } from '../http/problem.ts';
import { problemTexts } from '../http/problem-texts.ts';
import { contentPolicies } from '../http/security-headers.ts';
import { plainPage } from './plain-page.ts';

/** Whether a person is looking: a browser opening a page, not the API. */
export function wantsPage(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes('text/html') && !new URL(request.url).pathname.startsWith('/api/');
}

/** The friendly page for what did not work. It names no tenant. */
export async function problemPage(error: ProblemError, language: StaffLanguage, requestId: string): Promise<Response> {
  const { title, detail } = problemTexts[error.code][language];
  const body = await plainPage({ language, title, paragraphs: [detail], footnote: `${language === 'de' ? 'Fehlernummer' : 'Error number'}: ${requestId}` });
  return new Response(body, {
    status: problemStatus[error.code],
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-language': language, 'content-security-policy': contentPolicies.page, 'cache-control': 'no-store' },
  });
}
