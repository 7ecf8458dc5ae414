import { arrivalCount, arrivals } from './arrivals.ts';
import { unreadReportCount, unreadReports } from './unread-reports.ts';

let pageTitle = '';
let siteName = '';

export function setPageTitle(title: string) {
  pageTitle = title;
  write();
}

export function setSiteName(name: string) {
  siteName = name;
  write();
}

arrivals.addEventListener('change', write);
unreadReports.addEventListener('change', write);

function write() {
  const waiting = arrivalCount() + unreadReportCount();
  const count = waiting > 0 ? `(${waiting}) ` : '';
  document.title = count + [pageTitle, siteName].filter(Boolean).join(' · ');
}
