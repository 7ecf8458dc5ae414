import type { Mail, Message, Sms } from '../message.ts';
import { type PageLanguage, pageTexts, type PageTexts } from './texts.ts';

export type ViewState = {
  language: PageLanguage;
  say: PageTexts;
  search: string;
  /** What was asked for by its address; a narrow screen shows nothing else. */
  asked: 'overview' | 'mail' | 'thread';
  asText: boolean;
  mails: Mail[];
  mail: Mail | undefined;
  threads: Sms[][];
  thread: Sms[] | undefined;
  /** Whether the owner of a number answered STOP. */
  hasStopped: (number: string) => boolean;
};

export type Asked = { language: PageLanguage; search: string; messageId?: string; thread?: string; asText: boolean };

/** What the page shows: newest first everywhere but inside a thread. */
export function readViewState({ messages, hasStopped }: { messages: Message[]; hasStopped: (number: string) => boolean }, asked: Asked): ViewState {
  const found = messages.filter((message) => matchesRecipient(message, asked.search)).toReversed();
  const mails = found.filter((message): message is Mail => message.vendor === 'resend');
  const sms = found.filter((message): message is Sms => message.vendor === 'twilio');
  const threads = [...Map.groupBy(sms, ({ to }) => to).values()];
  const askedMail = mails.find(({ id }) => id === asked.messageId);
  const askedThread = threads.find(([newest]) => newest?.to === asked.thread) ?? threads.find((thread) => thread.some(({ id }) => id === asked.messageId));
  return {
    language: asked.language,
    say: pageTexts[asked.language],
    search: asked.search,
    asText: asked.asText,
    asked: askedMail ? 'mail' : askedThread ? 'thread' : 'overview',
    mails,
    mail: askedMail ?? mails[0],
    threads,
    hasStopped,
    thread: (askedThread ?? (threads.length === 1 ? threads[0] : undefined))?.toReversed(),
  };
}

/** Letters as typed; digits however they are grouped, with the leading 0 of a national number. */
export function matchesRecipient({ to }: Message, search: string): boolean {
  const wanted = search.trim().toLowerCase();
  if (wanted === '' || to.toLowerCase().includes(wanted)) return true;
  const digits = wanted.replace(/[\s()/.-]/g, '').replace(/^(00|0)/, '');
  return /^\+?\d{3,}$/.test(digits) && to.includes(digits);
}

/** The address of a view, with the language and the search kept. */
export function hrefTo(state: Pick<ViewState, 'language' | 'search'>, path: string, extra: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    ...(state.language === 'en' && { lang: 'en' }),
    ...(state.search !== '' && { to: state.search }),
    ...extra,
  });
  return query.size > 0 ? `${path}?${query}` : path;
}
