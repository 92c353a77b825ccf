import { runAction } from '@plimsoll/action-kit';
import { rollback } from './main.ts';

await runAction(rollback);
