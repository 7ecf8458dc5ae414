import type { Language } from '@meldewerk/contract/language';
import { problemStatus, type ProblemError } from '../http/problem.ts';
import { problemText } from '../http/problem-texts.ts';
import { contentPolicies } from '../http/security-headers.ts';
import { plainPage } from './plain-page.ts';

/** Whether a person is looking: a browser opening a page, not the API. */
export function wantsPage(request: Request): boolean {
  return (request.headers.get('accept') ?? '').includes('text/html') && !new URL(request.url).pathname.startsWith('/api/');
}

const errorNumber: Record<Language, string> = { de: 'Fehlernummer', en: 'Error number', tr: 'Hata numarası', pl: 'Numer błędu', uk: 'Номер помилки', ar: 'رقم الخطأ' };

/** The friendly page for what did not work. It names no tenant. */
export async function problemPage(error: ProblemError, language: Language, requestId: string): Promise<Response> {
  const { title, detail } = problemText(error.code, language);
  const body = await plainPage({ language, title, paragraphs: [detail], footnote: `${errorNumber[language]}: ${requestId}` });
  return new Response(body, {
    status: problemStatus[error.code],
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-language': language, 'content-security-policy': contentPolicies.page, 'cache-control': 'no-store' },
  });
}
