import { LimitEditor } from '@/components/limit-editor';
import { PageHead } from '@/components/page-head';
import { words } from '@/entrypoints/background/language';
import { LIMIT_PRESETS, type LimitRule } from '@/lib/scoring/rules';
import { DEFAULTS, type Settings } from '@/lib/settings/schema';
import { t } from '@/lib/text/words';

import { NumberSetting } from './number-setting';
import type { PageProps } from './page-props';
import { save } from './saving';

type Limits = Settings['limits'];

export function LimitsPage({ settings }: PageProps) {
  const { limits } = settings;
  const replace = (rule: LimitRule): Promise<string | undefined> =>
    save(
      'limits',
      limits.map((old) => (old.id === rule.id ? rule : old)),
    );
  const add = (): Promise<string | undefined> => save('limits', [...limits, newLimit(limits)]);
  return (
    <>
      <PageHead title={t(words, 'options.nav.limits')} lead={t(words, 'options.limits.lead')} />
      {limits.length === 0 && <p class="dim">{t(words, 'options.limits.none')}</p>}
      {limits.map((rule) => (
        <LimitEditor
          key={rule.id}
          rule={rule}
          onSave={replace}
          onRemove={() =>
            save(
              'limits',
              limits.filter(({ id }) => id !== rule.id),
            )
          }
        />
      ))}
      <div class="tools">
        <button type="button" class="btn" onClick={add}>
          {t(words, 'options.limits.add')}
        </button>
        <button type="button" class="btn bare" onClick={() => save('limits', LIMIT_PRESETS)}>
          {t(words, 'options.limits.reset')}
        </button>
      </div>
      <NumberSetting
        setting="rateLimit"
        value={settings.rateLimit}
        initial={DEFAULTS.rateLimit}
        note={t(words, 'options.rate-limit.note')}
        label={t(words, 'options.rate-limit')}
      />
    </>
  );
}

/** A limit to begin with; its id stays its own, whatever it is changed to. */
function newLimit(limits: Limits): Limits[number] {
  const taken = new Set(limits.map(({ id }) => id));
  const number = limits.findIndex((_, index) => !taken.has(`own-${index + 1}`)) + 1 || limits.length + 1;
  return { id: `own-${number}`, on: true, max: 3, window: { days: 14 }, release: 1, cooldownDays: 7 };
}
