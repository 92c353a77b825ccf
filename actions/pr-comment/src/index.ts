import { runAction } from '@plimsoll/action-kit';
import { prComment } from './main.ts';

await runAction(prComment);
