import { t } from '@/lib/text/words';

import { Wordmark } from './page-bar';
import { useWords } from './page-words';

export const OPTION_PAGES = [
  'limits',
  'costs',
  'contracts',
  'ladder',
  'outages',
  'causes',
  'helpdesks',
  'record',
  'privacy',
] as const;
export type OptionPage = (typeof OPTION_PAGES)[number];

interface Props {
  readonly page: OptionPage;
  /** *Last export 3 days ago* */
  readonly exported: string;
}

/** The way through the options; a page is a link, so that it can be kept and shared. */
export function OptionsNav({ page, exported }: Props) {
  const words = useWords();
  return (
    <nav class="nav" aria-label={t(words, 'options.title')}>
      <Wordmark />
      {OPTION_PAGES.map((one) => (
        <a key={one} href={`#${one}`} aria-current={one === page ? 'page' : undefined}>
          {t(words, `options.nav.${one}`)}
        </a>
      ))}
      <p class="end">
        {t(words, 'options.here')}
        <br />
        {exported}
      </p>
    </nav>
  );
}
