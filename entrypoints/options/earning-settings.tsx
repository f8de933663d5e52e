import { ChoiceField } from '@/components/choice-field';
import { SettingField } from '@/components/setting-field';
import { words } from '@/entrypoints/background/language';
import { useLive } from '@/entrypoints/pages/use-live';
import { BUSINESS_MODELS } from '@/lib/scoring/business-model';
import type { Settings } from '@/lib/settings/schema';
import { numberOf } from '@/lib/text/pages-numbers';
import { t } from '@/lib/text/words';

import type { PageProps } from './page-props';
import { save } from './saving';

const LICENCES = ['spread', 'at-once'] as const satisfies readonly Settings['licences'][];

/** How the business earns: what margins and the discount are reckoned on. */
export function EarningSettings({ at, settings }: Pick<PageProps, 'at' | 'settings'>) {
  const model = BUSINESS_MODELS.find(({ id }) => id === settings.businessModel);
  return (
    <>
      <ChoiceField
        label={t(words, 'options.model')}
        note={t(words, `options.model.${model?.id ?? 'none'}.note`)}
        value={model?.id ?? ''}
        choices={[
          { value: '', word: t(words, 'options.model.none') },
          ...BUSINESS_MODELS.map(({ id }) => ({ value: id, word: t(words, `options.model.${id}`) })),
        ]}
        onSave={(chosen) => save('businessModel', BUSINESS_MODELS.find(({ id }) => id === chosen)?.id ?? null)}
      />
      <ChoiceField
        label={t(words, 'options.licences')}
        value={settings.licences}
        choices={LICENCES.map((value) => ({ value, word: t(words, `options.licences.${value}`) }))}
        onSave={(chosen) => save('licences', LICENCES.find((one) => one === chosen) ?? settings.licences)}
      />
      <CurrencyRates at={at} settings={settings} />
    </>
  );
}

/** What foreign currencies are worth: those of contracts, and those that somebody gave a rate before. */
function CurrencyRates({
  at: { db },
  settings: { currency: base, currencyRates: rates },
}: Parameters<typeof EarningSettings>[0]) {
  const used = useLive(async () => (await db.contracts.toArray()).map(({ currency }) => currency), [db]);
  const foreign = [...new Set([...(used ?? []), ...Object.keys(rates)])].filter((one) => one !== base).toSorted();
  const keep = (currency: string, text: string): Promise<string | undefined> | string => {
    const { [currency]: _, ...others } = rates;
    if (text === '') return save('currencyRates', others);
    const rate = numberOf(text);
    return Number.isNaN(rate)
      ? t(words, 'options.number.wrong')
      : save('currencyRates', { ...others, [currency]: rate });
  };
  return (
    <>
      {foreign.map((currency) => (
        <SettingField
          key={currency}
          label={t(words, 'options.rates', { currency, base })}
          note={t(words, 'options.rates.note', { currency })}
          value={String(rates[currency] ?? '')}
          unit={base}
          onSave={(text) => keep(currency, text)}
        />
      ))}
    </>
  );
}
