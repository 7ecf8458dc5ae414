import { arrivalCount, arrivals } from './arrivals.ts';

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

function write() {
  const count = arrivalCount() > 0 ? `(${arrivalCount()}) ` : '';
  document.title = count + [pageTitle, siteName].filter(Boolean).join(' · ');
}
