/** Messages on their way: webhooks and mail, signed, retried within a budget. */

export type { LossReason } from './attempts/attempt.ts';
export { type Delivery, type DeliveryRequest, deliverAll } from './deliver.ts';
export { readHeaders } from './headers.ts';
export { messageId } from './message-id.ts';
export type { Budget, Ports } from './persist.ts';
export { readReceivers } from './receivers/read-receivers.ts';
export type { Receiver } from './receivers/receiver.ts';
export { secretsInHeader, secretsInKey, secretsInUrl } from './receivers/secrets.ts';
export { readKeys, type SigningKey } from './signature.ts';
