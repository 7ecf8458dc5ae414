import { signIn } from '@meldewerk/testing/work-in-portal';
import type { Camera, Places } from './screenshots-camera.ts';
import { demoStaff } from './seed.ts';

type Found = { url: string; licensePlate: string };

/** What a customer sees once the report is sent. */
export async function showStatusPage(camera: Camera, { portal }: Places): Promise<void> {
  let found: Found | undefined;
  await camera.visit('desktop', `${portal}/`, async (page) => {
    await signIn(page, demoStaff[0]);
    await page.getByRole('heading', { name: /^Guten Tag, / }).waitFor();
    found = await page.evaluate(async (): Promise<Found> => {
      const { reports } = (await (await fetch('/api/reports?status=open')).json()) as { reports: { id: string; licensePlate: string; appointmentAt: string | null; itemsMissing: boolean }[] };
      for (const { id, licensePlate } of reports.filter(({ appointmentAt, itemsMissing }) => appointmentAt && !itemsMissing)) {
        const { url } = (await (await fetch(`/api/reports/${id}/status-link`)).json()) as { url: string | null };
        const door = url && (await fetch('/api/status/door', { headers: { authorization: `Bearer ${url.split('/').at(-1)}` } }));
        if (door && door.ok && ((await door.json()) as { language: string }).language === 'de') return { url, licensePlate };
      }
      throw new Error('the demo has a customer with an appointment');
    });
  });
  const { url, licensePlate } = found ?? { url: '', licensePlate: '' };
  await camera.visit('phone', url, async (page) => {
    await page.getByLabel('Kennzeichen oder Nachname').fill(licensePlate);
    await page.getByRole('button', { name: 'Ansehen' }).click();
    await page.getByText('Stand heute').waitFor();
    await camera.take(page, 'status-page-phone');
    await camera.take(page, 'status-page-whole-phone', { whole: true });
  });
}
