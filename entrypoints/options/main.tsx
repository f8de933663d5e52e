import { startPage } from '@/entrypoints/pages/start-page';

import { Options } from './options';

startPage(<Options />);
