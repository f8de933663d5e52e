import { useState } from 'preact/hooks';

import type { LimitRule } from '@/lib/scoring/rules';
import { limitName } from '@/lib/text/options-limits';
import { t } from '@/lib/text/words';

import { FigureField } from './figure-field';
import { KindChoice } from './kind-choice';
import { useWords } from './page-words';
import { Switch } from './switch';

interface Props {
  readonly rule: LimitRule;
  /** Saves the rule; answers what is wrong with it, in words. */
  readonly onSave: (rule: LimitRule) => Promise<string | undefined>;
  readonly onRemove: () => void;
}

/** One limit: at most so many contacts of these kinds within a window. Saved as it is changed. */
export function LimitEditor({ rule, onSave, onRemove }: Props) {
  const words = useWords();
  const [wrong, setWrong] = useState<string>();
  const name = limitName(rule, words);
  const save = async (next: LimitRule): Promise<void> => setWrong(await onSave(next));
  const { kinds, ...ofAllKinds } = rule;
  const { scope, ...ofCustomers } = rule;
  const { includeProductFault, ...withoutFaults } = rule;
  return (
    <fieldset class="limit" data-off={!rule.on}>
      <legend class="heard">{name}</legend>
      <div class="limit-head">
        <Switch on={rule.on} word={name} onChange={(on) => save({ ...rule, on })} />
        <button
          type="button"
          class="act"
          aria-label={t(words, 'options.limits.remove.label', { limit: name })}
          onClick={onRemove}
        >
          {t(words, 'options.limits.remove')}
        </button>
      </div>
      <div class="limit-body">
        <FigureField label={t(words, 'options.limits.max')} value={rule.max} onSave={(max) => save({ ...rule, max })} />
        <WindowChoice window={rule.window} onSave={(window) => save({ ...rule, window })} />
        <ScopeChoice
          scope={scope ?? 'customer'}
          onSave={(chosen) => save(chosen === 'organisation' ? { ...rule, scope: chosen } : ofCustomers)}
        />
        <KindChoice
          label={t(words, 'options.limits.kinds')}
          kinds={kinds}
          onSave={(chosen) => save(chosen ? { ...rule, kinds: chosen } : ofAllKinds)}
        />
        <label class="tick">
          <input
            type="checkbox"
            checked={includeProductFault === true}
            onChange={({ currentTarget }) =>
              save(currentTarget.checked ? { ...rule, includeProductFault: true } : withoutFaults)
            }
          />
          {t(words, 'options.limits.faults')}
        </label>
      </div>
      <p class="wrong" role="alert">
        {wrong}
      </p>
    </fieldset>
  );
}

const SCOPES = ['customer', 'organisation'] as const;
type Scope = (typeof SCOPES)[number];

interface ScopeProps {
  readonly scope: Scope;
  readonly onSave: (scope: Scope) => void;
}

function ScopeChoice({ scope, onSave }: ScopeProps) {
  const words = useWords();
  return (
    <label>
      {t(words, 'options.limits.scope')}
      <select
        value={scope}
        onChange={({ currentTarget }) => onSave(SCOPES.find((one) => one === currentTarget.value) ?? scope)}
      >
        {SCOPES.map((one) => (
          <option key={one} value={one}>
            {t(words, `options.limits.scope.${one}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

const WINDOWS = ['days', 'contract', 'ever'] as const;
const MONTH = 30;

interface WindowProps {
  readonly window: LimitRule['window'];
  readonly onSave: (window: LimitRule['window']) => void;
}

function WindowChoice({ window, onSave }: WindowProps) {
  const words = useWords();
  const days = typeof window === 'object' ? window.days : undefined;
  const choose = (chosen: string): void =>
    onSave(chosen === 'contract' || chosen === 'ever' ? chosen : { days: MONTH });
  return (
    <>
      <label>
        {t(words, 'options.limits.within')}
        <select
          value={typeof window === 'object' ? 'days' : window}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          {WINDOWS.map((one) => (
            <option key={one} value={one}>
              {t(words, `options.limits.window.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {days !== undefined && (
        <FigureField
          label={t(words, 'options.limits.number')}
          value={days}
          onSave={(chosen) => onSave({ days: chosen })}
        />
      )}
    </>
  );
}
