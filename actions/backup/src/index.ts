import { runAction } from '@plimsoll/action-kit';
import { backup } from './main.ts';

await runAction(backup);
