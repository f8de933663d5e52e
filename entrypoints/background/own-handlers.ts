import browser from 'webextension-polyfill';

import { Sentence, type Handlers } from '@/lib/messaging/receive';
import { eraseEverything } from '@/lib/privacy/erase';
import { checkSetting } from '@/lib/settings/schema';
import type { SourceRow } from '@/lib/store/rows';
import { erasedSaid } from '@/lib/text/done';
import { t } from '@/lib/text/words';

import { act } from './acting';
import { dropContract, keepContracts } from './agreeing';
import { announceWaiting, paintToolbar } from './alerting';
import { readClock } from './clock';
import { composeInNewTab } from './composing';
import { giveConsent, takeConsentBack } from './consent';
import { beginImport } from './importing';
import { resumeJobs } from './job-runner';
import { startJob } from './jobs';
import { words } from './language';
import { moment, note, type Moment } from './moment';
import { declareOutage, withdrawOutage } from './outages';
import { FROM_TICKETS } from './rebuilding';
import { start } from './starting';
import { repaintAll } from './tabs';
import { watchedIds } from './watched';
import { unwatch, unwatchAll, wish } from './watching';

/** Settings after whose change every tally must be folded again. */
const COUNTING: ReadonlySet<string> = new Set([
  'limits',
  'minuteMinor',
  'contactMinor',
  'currency',
  'zone',
  'ladder',
  'reopenDays',
  'proposalRules',
]);

/** Of these, those that change contacts, which come of tickets. */
const DERIVING: ReadonlySet<string> = new Set(['reopenDays', 'proposalRules']);

/** Settings that move what is expected of everybody, which else happens at night. */
const EXPECTING: ReadonlySet<string> = new Set([
  'estimate',
  'rateLimit',
  'index',
  'businessModel',
  'currencyRates',
  'licences',
]);

/** What our own pages ask: everything that writes. */
export const ownHandlers: Handlers['own'] = {
  async consent({ agreed }) {
    if (agreed) {
      await giveConsent((await readClock()).now);
      await start();
    } else {
      await unwatchAll();
      await takeConsentBack();
    }
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
    if (!customer) throw new Sentence(t(words, 'refused.customer-gone'));
    const source = action.do === 'thank' ? await deskOf(at, customerId) : undefined;
    const done = await act(at, { customer, action, click, ...(source && { source }) });
    if (done.compose && source) await composeInNewTab(source, done.compose);
    return done;
  },

  async setting({ key, value }) {
    const at = await moment();
    const checked = checkSetting(key, value);
    if (!checked.ok) throw new Sentence(checked.why);
    await at.db.settings.put({ key, value: checked.value });
    const job = COUNTING.has(key) ? 'rebuild' : EXPECTING.has(key) ? 'levels' : undefined;
    if (!job) return null;
    await startJob(await moment(), job, { id: job, ...(DERIVING.has(key) && { cursor: FROM_TICKETS }) });
    quietly(resumeJobs());
    return null;
  },

  contracts: async ({ put }) => keepContracts(await moment(), put),

  async 'contract-remove'({ id }) {
    await dropContract(await moment(), id);
    return null;
  },

  async outage({ put }) {
    const jobId = await declareOutage(await moment(), put);
    quietly(resumeJobs());
    return { jobId };
  },

  async 'outage-remove'({ id }) {
    await withdrawOutage(await moment(), id);
    quietly(resumeJobs());
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
    await unwatchAll();
    const erased = await eraseEverything(at.db);
    await browser.storage.local.remove(['watched', 'timer', 'hidden']);
    await paintToolbar(at);
    return { said: erasedSaid(erased, words) };
  },

  async import({ fileId }) {
    const jobId = await beginImport(await moment(), fileId);
    quietly(resumeJobs());
    return { jobId };
  },

  async nightly() {
    await startJob(await moment(), 'nightly');
    await resumeJobs();
    return null;
  },
};

/** Goes on after the answer; what goes wrong stands in the job. */
const quietly = (work: Promise<void>): void => void work.catch((error: unknown) => note('jobs', error));

/** The watched helpdesk in which this customer writes to us. */
async function deskOf({ db }: Moment, customerId: string): Promise<SourceRow> {
  const tickets = await db.tickets.where({ customerId }).limit(50).toArray();
  const ids = new Set(tickets.map(({ id }) => id.slice(0, id.indexOf('/'))));
  const sources = (await db.sources.bulkGet(await watchedIds())).filter((source) => source !== undefined);
  const source = sources.find(({ id }) => ids.has(id)) ?? sources[0];
  if (!source) throw new Sentence(t(words, 'refused.no-desk'));
  return source;
}
