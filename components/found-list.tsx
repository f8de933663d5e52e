import type { Icon as IconName, Tone } from '@/lib/text/view';

import { Icon } from './icon';

export interface FoundCustomer {
  readonly customerId: string;
  readonly name: string;
  /** Address or company, to tell two of one name apart. */
  readonly beside?: string;
  readonly icon: IconName;
  readonly tone: Tone;
}

interface Props {
  /** Of the field that the list belongs to; its options are numbered from it. */
  readonly id: string;
  readonly label: string;
  readonly found: readonly FoundCustomer[];
  /** The option that Enter would choose. */
  readonly at: number;
  readonly onChoose: (customer: FoundCustomer) => void;
}

/** What was found. The field keeps the focus: the options are not stops of their own. */
export const FoundList = ({ id, label, found, at, onChoose }: Props) => (
  <div class="results" id={`${id}-list`} role="listbox" aria-label={label} hidden={found.length === 0}>
    {found.map((customer, index) => (
      <button
        type="button"
        role="option"
        tabIndex={-1}
        id={`${id}-${index}`}
        key={customer.customerId}
        aria-selected={index === at}
        data-tone={customer.tone}
        onClick={() => onChoose(customer)}
      >
        <Icon name={customer.icon} />
        <span>
          <b dir="auto">{customer.name}</b>
          {customer.beside && <small dir="auto">{customer.beside}</small>}
        </span>
      </button>
    ))}
  </div>
);
