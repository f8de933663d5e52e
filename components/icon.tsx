import { STANDING_PICTURES } from '@/lib/text/standing-pictures';
import type { Icon as IconName } from '@/lib/text/view';

import { CARD_ICON_PATHS } from './card-icon-paths';
import { Drawing } from './drawing';

const PATHS: Readonly<Record<IconName, string>> = { ...STANDING_PICTURES, ...CARD_ICON_PATHS };

/** A picture that never stands alone: a word is beside it, or in the label of what holds it. */
export const Icon = ({ name }: { readonly name: IconName }) => <Drawing parts={PATHS[name]} />;
