import { ChoiceField } from '@/components/choice-field';
import { PageHead } from '@/components/page-head';
import { SettingField } from '@/components/setting-field';
import { words } from '@/entrypoints/background/language';
import { DEFAULTS, type Settings } from '@/lib/settings/schema';
import { minorAsText, textAsMinor } from '@/lib/text/pages-numbers';
import { t } from '@/lib/text/words';

import { EarningSettings } from './earning-settings';
import { NumberSetting } from './number-setting';
import type { PageProps } from './page-props';
import { save } from './saving';
import { ZoneSetting } from './zone-setting';

const INDEX = ['auto', 'on', 'off'] as const satisfies readonly Settings['index'][];

/** What service costs, and the figures that scoring starts from. */
export function CostsPage({ at, settings }: PageProps) {
  const { currency } = settings;
  return (
    <>
      <PageHead title={t(words, 'options.nav.costs')} lead={t(words, 'options.costs.lead')} />
      <div>
        <Amount
          setting="minuteMinor"
          settings={settings}
          label={t(words, 'options.minute')}
          note={t(words, 'options.minute.note')}
        />
        <Amount setting="contactMinor" settings={settings} label={t(words, 'options.contact')} />
        <SettingField
          text
          label={t(words, 'options.currency')}
          value={currency}
          initial={currency === DEFAULTS.currency ? undefined : DEFAULTS.currency}
          onSave={(text) => save('currency', text.toUpperCase())}
        />
        <EarningSettings at={at} settings={settings} />
        <NumberSetting
          setting="estimate"
          label={t(words, 'options.estimate')}
          note={t(words, 'options.estimate.note')}
          value={settings.estimate}
          initial={DEFAULTS.estimate}
        />
        <ChoiceField
          label={t(words, 'options.index')}
          note={t(words, 'options.index.note')}
          value={settings.index}
          choices={INDEX.map((value) => ({ value, word: t(words, `options.index.${value}`) }))}
          onSave={(chosen) => save('index', INDEX.find((one) => one === chosen) ?? settings.index)}
        />
        <ZoneSetting zone={settings.zone} />
        <NumberSetting
          setting="reopenDays"
          label={t(words, 'options.reopen')}
          unit={t(words, 'options.limits.days')}
          value={settings.reopenDays}
          initial={DEFAULTS.reopenDays}
        />
        <NumberSetting
          setting="thanksEveryDays"
          label={t(words, 'options.thanks')}
          unit={t(words, 'options.limits.days')}
          value={settings.thanksEveryDays}
          initial={DEFAULTS.thanksEveryDays}
        />
      </div>
    </>
  );
}

interface AmountProps extends Pick<PageProps, 'settings'> {
  readonly setting: 'minuteMinor' | 'contactMinor';
  readonly label: string;
  readonly note?: string;
}

function Amount({ setting, settings, label, note }: AmountProps) {
  const { currency, [setting]: value } = settings;
  const keep = (text: string): Promise<string | undefined> | string => {
    const minor = textAsMinor(text, currency);
    return Number.isNaN(minor) ? t(words, 'options.number.wrong') : save(setting, minor);
  };
  return (
    <SettingField
      label={label}
      unit={currency}
      value={minorAsText(value, currency)}
      initial={value === DEFAULTS[setting] ? undefined : minorAsText(DEFAULTS[setting], currency)}
      onSave={keep}
      {...(note && { note })}
    />
  );
}
