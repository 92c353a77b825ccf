import { runAction } from '@plimsoll/action-kit';
import { notifyWebhook } from './main.ts';

await runAction(notifyWebhook);
