import { ChoiceField } from '@/components/choice-field';
import { words } from '@/entrypoints/background/language';
import { t } from '@/lib/text/words';

import { save } from './saving';

/** This computer's zone, or one by name. */
export function ZoneSetting({ zone }: { readonly zone: string | null }) {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  const zones = Intl.supportedValuesOf('timeZone');
  const known = zone !== null && !zones.includes(zone) ? [zone, ...zones] : zones;
  return (
    <ChoiceField
      label={t(words, 'options.zone')}
      value={zone ?? ''}
      choices={[
        { value: '', word: t(words, 'options.zone.system', { zone: timeZone }) },
        ...known.map((name) => ({ value: name, word: name.replaceAll('_', ' ') })),
      ]}
      onSave={(chosen) => save('zone', chosen === '' ? null : chosen)}
    />
  );
}
