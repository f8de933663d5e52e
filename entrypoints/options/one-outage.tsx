import { useState } from 'preact/hooks';

import { OutageForm, type OutageRefusal } from '@/components/outage-form';
import { words } from '@/entrypoints/background/language';
import type { Moment } from '@/entrypoints/background/moment';
import { askWorker } from '@/entrypoints/pages/ask-worker';
import { nameOf } from '@/entrypoints/pages/names';
import { useLive } from '@/entrypoints/pages/use-live';
import type { Outage } from '@/lib/scoring/outage';
import { checkOutage } from '@/lib/settings/outage-schema';
import type { NoclaimsDatabase } from '@/lib/store/database';
import { outageTakes } from '@/lib/store/outages';
import { type OutageDraft, outageOf, type OutageTakes, takesSaid } from '@/lib/text/outage-draft';
import { t } from '@/lib/text/words';

/** An outage that is being written; one on record has a name already. */
export interface Opened {
  readonly id: string;
  readonly name?: string;
  readonly draft: OutageDraft;
}

interface Props {
  readonly at: Moment;
  readonly opened: Opened;
  readonly desks: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: (name: string) => void;
  readonly onLeave: () => void;
}

/** The form of one outage. What it takes out is looked up while it is written. */
export function OneOutage({ at: { db, rules }, opened: { id, name, draft: initial }, desks, onDone, onLeave }: Props) {
  const [draft, change] = useState(initial);
  const read = outageOf(draft, { id, zone: rules.zone, words });
  const meant = outageOf({ ...draft, name: draft.name.trim() || '?' }, { id, zone: rules.zone, words });
  const preview = useLive(
    async () => (meant.ok ? takesSaid(await namedTakes(db, meant.outage), words) : t(words, 'outage.preview.wait')),
    [db, JSON.stringify(draft)],
  );
  const declare = async (): Promise<OutageRefusal | undefined> => {
    if (!read.ok) return read.faults;
    const checked = checkOutage(read.outage);
    if (!checked.ok) return checked.why;
    const outcome = await askWorker('outage', { put: checked.value });
    if (!outcome.ok) return outcome.why;
    onDone(read.outage.name);
    return undefined;
  };
  return (
    <OutageForm
      title={name === undefined ? t(words, 'outages.declare') : t(words, 'outages.changing', { outage: name })}
      draft={draft}
      desks={desks}
      preview={preview ?? ''}
      onChange={change}
      onDeclare={declare}
      onLeave={onLeave}
    />
  );
}

/** What an outage takes out, with the names of whom it touches. */
export async function namedTakes(db: NoclaimsDatabase, outage: Outage): Promise<OutageTakes> {
  const { contacts, customers } = await outageTakes(db, outage);
  const rows = await db.customers.bulkGet(customers.map(({ customerId }) => customerId));
  return {
    contacts,
    customers: customers.map((one, index) => ({ contacts: one.contacts, name: nameOf(rows[index] ?? {}) })),
  };
}
