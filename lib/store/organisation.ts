import { getDomain } from 'tldts';

import type { ObservedPerson, PersonRef } from '@/lib/observation';

import { isFreeMail } from './free-mail';
import type { OrganisationRow } from './rows';

/** The helpdesk's own organisation, else that of the address, unless the address is one that anybody can have. */
export function organisationFrom(
  person: ObservedPerson | PersonRef,
  email: string | undefined,
  sourceId: string,
): OrganisationRow | undefined {
  const own = 'organisation' in person ? person.organisation?.trim() : undefined;
  if (own) return { id: `${sourceId}:${own.toLowerCase()}`, name: own };
  const domain = email === undefined ? null : getDomain(email.slice(email.lastIndexOf('@') + 1));
  return domain && !isFreeMail(domain) ? { id: `domain:${domain}`, name: domain } : undefined;
}
