import type { MailSender } from './workshop.ts';

/** Mails about money come from whom the money goes to, not from the workshop. */
export function billingSender({ name, email }: { name: string; email: string }): MailSender {
  return { name, email, colors: { brand: '#14507a' } };
}
