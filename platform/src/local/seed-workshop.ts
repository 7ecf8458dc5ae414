import type { StaffRole } from '@meldewerk/contract/staff';
import { defaultSettings } from '@meldewerk/tenants/default-settings';
import type { TenantSettings } from '@meldewerk/tenants/settings';

export const demoTenant = 'karosserie-muster';

type DemoStaff = { name: string; email: string; password: string; role: StaffRole; receivesReports: boolean };

/** Who can sign in to the demo workshop. */
export const demoStaff: [DemoStaff, ...DemoStaff[]] = [
  { name: 'Sabine Muster', email: 'sabine@karosserie-muster.example', password: 'werkstatt-chefin', role: 'admin', receivesReports: true },
  { name: 'Jonas Brandt', email: 'jonas@karosserie-muster.example', password: 'werkstatt-annahme', role: 'clerk', receivesReports: true },
  { name: 'Mia Keller (Ausbildung)', email: 'mia@karosserie-muster.example', password: 'werkstatt-lernen', role: 'viewer', receivesReports: false },
];

const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 158 48" role="img" aria-label="Karosserie Muster">
<rect width="48" height="48" rx="11" fill="#8c1d18"/><path d="M8 30c0-5 3-6 7-7l5-6c2-2 3-3 6-3h5c3 0 5 1 7 4l3 5c2 1 3 2 3 5v4H8z" fill="#fff"/><circle cx="17" cy="33" r="4.5" fill="#8c1d18" stroke="#fff" stroke-width="2.5"/><circle cx="36" cy="33" r="4.5" fill="#8c1d18" stroke="#fff" stroke-width="2.5"/>
<text x="58" y="22" font-family="Helvetica, Arial, sans-serif" font-size="19" font-weight="700" fill="#2a2d31">Karosserie</text><text x="58" y="41" font-family="Helvetica, Arial, sans-serif" font-size="19" fill="#8c1d18">Muster</text></svg>`;

export const workshopSettings: TenantSettings = {
  ...defaultSettings('Karosserie Muster', {
    address: { street: 'Blechnerstraße 12a', postalCode: '76131', city: 'Karlsruhe', country: 'DE' },
    phone: '+49 721 6695 7700',
    email: 'hallo@karosserie-muster.example',
  }),
  logo: { mediaType: 'image/svg+xml', base64: Buffer.from(logo).toString('base64') },
  colors: { brand: '#8c1d18', accent: '#f2a900' },
  openingHours: {
    monday: [{ from: '07:30', to: '12:00' }, { from: '13:00', to: '17:30' }],
    tuesday: [{ from: '07:30', to: '12:00' }, { from: '13:00', to: '17:30' }],
    wednesday: [{ from: '07:30', to: '12:00' }, { from: '13:00', to: '17:30' }],
    thursday: [{ from: '07:30', to: '12:00' }, { from: '13:00', to: '18:30' }],
    friday: [{ from: '07:30', to: '15:00' }],
    saturday: [{ from: '09:00', to: '12:00' }],
    sunday: [],
  },
};

/** Switched on for the demo workshop, with invented addresses. */
export const demoPartners = [
  { name: 'Eurogarant', email: 'schaden@eurogarant-partner.example' },
  { name: 'DMS', email: 'auftraege@dms-partner.example' },
  { name: 'LeasePlan', email: 'schaden@leaseplan-partner.example' },
];
