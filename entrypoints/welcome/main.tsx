import { startPage } from '@/entrypoints/pages/start-page';

import { Welcome } from './welcome';

startPage(<Welcome />);
