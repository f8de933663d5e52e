import { readFileSync } from 'node:fs';

import { reads } from '../drive/popup.ts';
import { agree, welcomePage } from './begin.ts';
import type { Scene } from './scene.ts';

const EXPORT = 'export.json';
const RECORD_PAGE = 'options.html#record';

export async function options({ driven, picture }: Scene): Promise<void> {
  const page = await driven.ownPage('options.html');
  await page.getByRole('heading', { name: 'Limits' }).first().waitFor();
  await page.getByText('contacts in 30 days').first().waitFor();
  await picture('options', page);
  await page.close();
}

/** The whole record in one file. */
export async function exported({ driven, ground, file, picture }: Scene): Promise<void> {
  const page = await driven.ownPage(RECORD_PAGE);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Export everything' }).click(),
  ]);
  await download.saveAs(file(EXPORT));
  await page.getByText('Written:').waitFor();
  await picture('export', page);
  await page.close();
  const text = readFileSync(file(EXPORT), 'utf8');
  const { format, counts } = JSON.parse(text);
  if (format !== 'noclaims' || !(counts.customers > 2)) throw new Error('the exported file is not a whole record');
  if (!text.includes(ground.ticketsOf('weekly-phone')[0].who))
    throw new Error('a customer is missing in the exported file');
}

/** An empty profile, the same customer after the import, with the alert that is open. */
export async function imported({ another, ground, file, picture }: Scene): Promise<void> {
  const driven = await another();
  try {
    await agree(await welcomePage(driven));
    const page = await driven.ownPage(RECORD_PAGE);
    await page.locator('input[type=file]').setInputFiles(file(EXPORT));
    await page.getByText(/^Imported: \d/).waitFor({ timeout: 60_000 });
    await picture('imported', page);
    const { who } = ground.ticketsOf('weekly-phone')[0];
    const popup = await driven.popup(page);
    await popup.locator('::-p-aria([name="Find a customer"][role="combobox"])').fill(who);
    await popup.locator('::-p-aria([role="option"])').click();
    await reads(popup, new RegExp(RegExp.escape(who)));
    await reads(popup, /Over limit/);
    await picture('found', popup);
    await popup.close();
  } finally {
    await driven.close();
  }
}
