import { runAction } from '@plimsoll/action-kit';
import { verifyDeployment } from './main.ts';

await runAction(verifyDeployment);
