import { msg } from '@lit/localize';
import { paths, type Route } from '../router.ts';
import { pageFiles, type PageName } from './page-files.ts';

export type Entry = { page: PageName; href: string; icon: string; label: string };

/** Where the top bar and the phone's menu lead; what has no page yet is left out. */
export function mainEntries(): Entry[] {
  return existing([
    { page: 'overview', href: paths.overview, icon: 'chart', label: msg('Übersicht', { id: 'nav.overview' }) },
    { page: 'reports', href: paths.startOfReports, icon: 'inbox', label: msg('Meldungen', { id: 'nav.reports' }) },
    { page: 'calendar', href: paths.calendar, icon: 'calendar', label: msg('Kalender', { id: 'nav.calendar' }) },
    { page: 'forms', href: paths.forms, icon: 'file', label: msg('Formulare', { id: 'nav.forms' }) },
  ]);
}

export function settingsEntries(): Entry[] {
  return existing([
    { page: 'embedding', href: paths.embedding, icon: 'braces', label: msg('Einbinden', { id: 'nav.embedding' }) },
    { page: 'appointment-settings', href: paths.appointmentSettings, icon: 'calendar', label: msg('Termine', { id: 'nav.appointments' }) },
    { page: 'templates', href: paths.templates, icon: 'message', label: msg('Textvorlagen', { id: 'nav.templates' }) },
    { page: 'workflow-settings', href: paths.workflowSettings, icon: 'checkbox', label: msg('Status und Kundenansicht', { id: 'nav.workflow' }) },
    { page: 'rule-settings', href: paths.ruleSettings, icon: 'send', label: msg('Regeln', { id: 'nav.rules' }) },
    { page: 'reminder-settings', href: paths.reminderSettings, icon: 'bell', label: msg('Erinnerungen', { id: 'nav.reminders' }) },
    { page: 'language-settings', href: paths.languageSettings, icon: 'message', label: msg('Sprachen', { id: 'nav.languages' }) },
    { page: 'towing-settings', href: paths.towingSettings, icon: 'car', label: msg('Abschleppen', { id: 'nav.towing' }) },
    { page: 'ksr-settings', href: paths.ksrSettings, icon: 'table', label: msg('Excel für KSR', { id: 'nav.ksr' }) },
    { page: 'withdrawal-settings', href: paths.withdrawalSettings, icon: 'paragraph', label: msg('Widerruf', { id: 'nav.withdrawal' }) },
  ]);
}

export function helpEntries(): Entry[] {
  return existing([{ page: 'support', href: paths.support, icon: 'circle-question', label: msg('Hilfe & Kontakt', { id: 'nav.support' }) }]);
}

/** What begins something new; not for who may only look. */
export function creationEntries(): Entry[] {
  return existing([
    { page: 'new-report', href: paths.newReport, icon: 'plus', label: msg('Neue Meldung', { id: 'nav.newReport' }) },
    { page: 'import', href: paths.import, icon: 'list-plus', label: msg('Mehrere auf einmal', { id: 'nav.import' }) },
  ]);
}

/** The entry that a page belongs to. */
export function isWithin({ page }: Entry, route: Route): boolean {
  if (page === 'reports') return route.page === 'reports' || route.page === 'board' || route.page === 'report' || route.page === 'preparation' || route.page === 'condition';
  if (page === 'forms') return route.page === 'forms' || route.page === 'form';
  return page === route.page;
}

function existing(entries: Entry[]): Entry[] {
  return entries.filter(({ page }) => pageFiles[page]);
}
