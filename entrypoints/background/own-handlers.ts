import browser from 'webextension-polyfill';

import { Sentence, type Handlers } from '@/lib/messaging/receive';
import { eraseEverything } from '@/lib/privacy/erase';
import { checkSetting } from '@/lib/settings/schema';
import type { SourceRow } from '@/lib/store/rows';
import { erasedSentence } from '@/lib/text/done';

import { act } from './acting';
import { announceWaiting, paintToolbar } from './alerting';
import { armAlarms } from './alarms';
import { beginImport } from './importing';
import { composeInNewTab } from './composing';
import { CONSENT_VERSION, moment, type Moment } from './moment';
import { runNightly } from './nightly';
import { startRebuild } from './rebuilding';
import { words } from './showing';
import { repaintAll } from './tabs';
import { unwatch, watchedIds, wish } from './watching';

/** Settings after whose change every tally must be folded again. */
const COUNTING = new Set(['limits', 'minuteMinor', 'contactMinor', 'currency', 'zone', 'ladder', 'reopenDays']);

/** What our own pages ask: everything that writes. */
export const ownHandlers: Handlers['own'] = {
  async consent({ agreed }) {
    if (!agreed) {
      await browser.storage.local.remove('consent');
      return null;
    }
    await browser.storage.local.set({ consent: { version: CONSENT_VERSION, at: Date.now(), by: 'person' } });
    await armAlarms();
    return null;
  },

  watch: async (wanted) => ({ watching: await wish(wanted) }),

  async unwatch({ sourceId }) {
    await unwatch(sourceId);
    return null;
  },

  async act({ customerId, click, action }) {
    const at = await moment();
    const customer = await at.db.customers.get(customerId);
    if (!customer) throw new Sentence('This customer is no longer here.');
    const source = action.do === 'thank' ? await deskOf(at, customerId) : undefined;
    const done = await act(at, { customer, action, click, ...(source && { ticket: { source, ticketId: '' } }) });
    if (done.compose && source) await composeInNewTab(source, done.compose);
    return done;
  },

  async setting({ key, value }) {
    const at = await moment();
    const checked = checkSetting(key, value);
    if (!checked.ok) throw new Sentence(checked.why);
    await at.db.settings.put({ key, value: checked.value });
    if (COUNTING.has(key)) await startRebuild(await moment());
    return null;
  },

  async hide({ on }) {
    await browser.storage.local.set({ hidden: on });
    await repaintAll();
    const at = await moment();
    await (on ? paintToolbar(at) : announceWaiting(at));
    return null;
  },

  async 'erase-everything'() {
    const at = await moment();
    const sources = await at.db.sources.bulkGet(await watchedIds());
    for (const source of sources) if (source) await unwatch(source.id);
    const erased = await eraseEverything(at.db);
    await browser.storage.local.remove(['watched', 'timer', 'hidden']);
    await paintToolbar(at);
    return { said: erasedSentence(words, erased) };
  },

  import: async ({ fileId }) => ({ jobId: await beginImport(await moment(), fileId) }),

  async nightly() {
    await runNightly(await moment());
    return null;
  },
};

/** The watched helpdesk in which this customer writes to us. */
async function deskOf({ db }: Moment, customerId: string): Promise<SourceRow> {
  const tickets = await db.tickets.where({ customerId }).limit(50).toArray();
  const ids = new Set(tickets.map(({ id }) => id.slice(0, id.indexOf('/'))));
  const sources = (await db.sources.bulkGet(await watchedIds())).filter((source) => source !== undefined);
  const source = sources.find(({ id }) => ids.has(id)) ?? sources[0];
  if (!source) throw new Sentence('No helpdesk is watched, so there is none to write from.');
  return source;
}
