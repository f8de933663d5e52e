import { startPage } from '@/entrypoints/pages/start-page';

import { Popup } from './popup';

startPage(<Popup />);
