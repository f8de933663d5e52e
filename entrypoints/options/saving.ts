import { askWorker } from '@/entrypoints/pages/ask-worker';
import { checkSetting, type SettingKey, type Settings } from '@/lib/settings/schema';

/** Saves a setting; answers what is wrong with it, in words. */
export async function save<Key extends SettingKey>(key: Key, value: Settings[Key]): Promise<string | undefined> {
  const checked = checkSetting(key, value);
  if (!checked.ok) return checked.why;
  const outcome = await askWorker('setting', { key, value: checked.value });
  return outcome.ok ? undefined : outcome.why;
}
