import { isInForce, within } from '@/lib/scoring/agreed';
import type { Contact } from '@/lib/scoring/contact';
import type { Lifetime } from '@/lib/scoring/experience';
import { inOrder, type Tally, type TallyRules } from '@/lib/scoring/tally';
import { isDemand, remembered, whyNot, type Recent } from '@/lib/scoring/verdict';

import { contactsOfCustomer } from './ask';
import { exposuresOf, exposureStart } from './coverage';
import type { NoclaimsDatabase } from './database';
import type { ContactRow } from './rows';
import { agreementsOf } from './subjects';

export interface Lived extends Lifetime {
  readonly id: string;
}

/** Of these customers, in the order of their ids, those whose clock runs: what each lets the portfolio learn. */
export async function lifetimesOf(
  db: NoclaimsDatabase,
  ids: readonly string[],
  when: { readonly rules: TallyRules; readonly now: number },
): Promise<Lived[]> {
  const sorted = ids.toSorted();
  const [customers, tallies, contacts, { rulesOf }] = await Promise.all([
    db.customers.bulkGet(sorted),
    db.tallies.bulkGet(sorted),
    contactsOf(db, sorted),
    agreementsOf(db, sorted, when),
  ]);
  const met = sorted.flatMap((id, index) => {
    const [customer, tally] = [customers[index], tallies[index]];
    const from = tally && exposureStart(tally, rulesOf(id));
    if (!customer || customer.objection || !tally || from === undefined || from >= when.now) return [];
    return [{ id, tally, completeThrough: customer.completeThrough, from }];
  });
  const exposures = await exposuresOf(db, met, when.now);
  return met.map(({ id, tally, from }, index) => {
    const { agreed } = rulesOf(id);
    const covered = exposures[index] ?? [];
    const known = (contacts.get(id) ?? []).filter(({ at }) => at <= when.now);
    const exposure = agreed ? within(agreed, covered) : covered;
    return { id, at: ratedOf(known, tally, agreed), exposure, ...(!agreed && { met: from }) };
  });
}

/** One look at the range that they lie in, where that holds little else. */
async function contactsOf(
  db: NoclaimsDatabase,
  sorted: readonly string[],
): Promise<ReadonlyMap<string, readonly ContactRow[]>> {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return new Map();
  const between = db.customers.where('id').between(first, last, true, true);
  const rows =
    (await between.count()) <= sorted.length
      ? await db.contacts.where('[customerId+at]').between([first], [last, []]).toArray()
      : (await Promise.all(sorted.map((id) => contactsOfCustomer(db, id)))).flat();
  return Map.groupBy(rows, ({ customerId }) => customerId);
}

/** Instants of the contacts that speak for the rate: the tally counts them in the same way. */
function ratedOf(contacts: readonly Contact[], { firstAt }: Tally, agreed: TallyRules['agreed']): number[] {
  const rated: number[] = [];
  let recent: readonly Recent[] = [];
  let met = firstAt !== undefined && contacts.every(({ at }) => at > firstAt);
  for (const contact of contacts.toSorted(inOrder)) {
    const why = whyNot(contact, recent);
    if (why === undefined) {
      if (agreed ? isInForce(agreed, contact.at) : met) rated.push(contact.at);
      recent = remembered(recent, contact);
    }
    met ||= isDemand(why);
  }
  return rated;
}
