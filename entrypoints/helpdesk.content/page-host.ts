import styles from '@/components/in-page.css?inline';

import { hostElement, type HostElement } from './host-element';

/** For badge and mark. */
export const pageHost = (): HostElement => hostElement(styles);
