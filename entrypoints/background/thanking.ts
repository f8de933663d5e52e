import type { Letter } from '@/lib/observation';
import { Sentence } from '@/lib/messaging/receive';
import { thanked } from '@/lib/store/decide';
import { rememberSent } from '@/lib/store/sent';
import type { CustomerRow, SourceRow } from '@/lib/store/rows';
import { thanksLetter } from '@/lib/text/letter';
import { t } from '@/lib/text/words';

import type { Moment } from './moment';
import { words } from './language';

interface Thanks {
  readonly customer: CustomerRow;
  /** The uuid of the click. */
  readonly click: string;
  /** The helpdesk whose own form is filled. */
  readonly source?: SourceRow;
}

/** The letter to fill in. Its ticket will be ours, so it is remembered before anything is opened. */
export async function thank({ db, now }: Moment, { customer, click, source }: Thanks): Promise<Letter> {
  const { id: customerId, email, name = '' } = customer;
  const letter = thanksLetter(words, name);
  const prefix = `user:${source?.id}:`;
  const keys = await db.identities.where({ customerId }).primaryKeys();
  const userKey = source && keys.find((key) => key.startsWith(prefix));
  const requester = email ? `email:${email}` : userKey;
  if (!requester) throw new Sentence(t(words, 'refused.no-address'));
  if (source)
    await rememberSent(db, { id: click, sourceId: source.id, customerId, requester, subject: letter.subject, at: now });
  await thanked(db, { click, customerId, now });
  return { ...letter, to: { ...(email && { email }), ...(userKey && { userId: userKey.slice(prefix.length) }) } };
}
