import { runAction } from '@plimsoll/action-kit';
import { deploySsh } from './main.ts';

await runAction(deploySsh);
