import { runAction } from '@plimsoll/action-kit';
import { qualityGate } from './main.ts';

await runAction(qualityGate);
