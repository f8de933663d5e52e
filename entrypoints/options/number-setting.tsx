import { SettingField } from '@/components/setting-field';
import { words } from '@/entrypoints/background/language';
import type { Settings } from '@/lib/settings/schema';
import { numberOf } from '@/lib/text/pages-numbers';
import { t } from '@/lib/text/words';

import { save } from './saving';

type NumberKey = { [Key in keyof Settings]: number extends Settings[Key] ? Key : never }[keyof Settings];

interface Props {
  readonly setting: NumberKey;
  readonly label: string;
  readonly note?: string;
  readonly unit?: string;
  /** Null where none is set. */
  readonly value: number | null;
  readonly initial: number | null;
}

const written = (value: number | null): string => (value === null ? '' : String(value));

/** A setting that is a number. Empty means none, where there may be none. */
export function NumberSetting({ setting, label, note, unit, value, initial }: Props) {
  const keep = (text: string): Promise<string | undefined> | string => {
    if (text === '' && initial === null) return saveAny(setting, null);
    const number = numberOf(text);
    return Number.isNaN(number) ? t(words, 'options.number.wrong') : saveAny(setting, number);
  };
  return (
    <SettingField
      label={label}
      value={written(value)}
      initial={value === initial ? undefined : written(initial)}
      onSave={keep}
      {...(note && { note })}
      {...(unit && { unit })}
    />
  );
}

/** A null where none may be is refused by the setting's own check. */
const saveAny = (setting: NumberKey, value: number | null): Promise<string | undefined> =>
  save(setting, value as number);
