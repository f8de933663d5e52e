import { PageIcon, type PageIconName } from './page-icon';

interface Props {
  readonly icon: PageIconName;
  /** What it does, for those who listen and on hover. */
  readonly word: string;
  readonly onClick: () => void;
}

export const IconButton = ({ icon, word, onClick }: Props) => (
  <button type="button" class="icon" aria-label={word} title={word} onClick={onClick}>
    <PageIcon name={icon} />
  </button>
);
