import type { PageLanguage } from '../page/texts.ts';

/** The address of the page as it stands, or with something else in it. */
export function hrefOf({ language, customer, allEvents = false }: { language: PageLanguage; customer?: { id: string } | undefined; allEvents?: boolean }): string {
  const query = new URLSearchParams({ ...(language === 'en' && { lang: 'en' }), ...(customer && { customer: customer.id }), ...(allEvents && { events: 'all' }) });
  return query.size > 0 ? `/payments?${query}` : '/payments';
}
