import {
  type FaultyService,
  type FaultyServiceRequest,
  makeServiceCertificates,
  type ServiceAnswer,
  type ServiceCertificates,
  startFaultyService,
} from '@plimsoll/testkit';

let made: Promise<ServiceCertificates> | undefined;

/** Where a case has its services, until it is over. */
export class Bed implements AsyncDisposable {
  readonly #ends: (() => Promise<void>)[] = [];

  /** A service that answers everything in one way. */
  async serve(answer: ServiceAnswer, more: Partial<FaultyServiceRequest> = {}): Promise<FaultyService> {
    const service = await startFaultyService({ answers: { '*': answer }, ...more });
    this.#ends.push(() => service.close());
    return service;
  }

  /** What has to be ended with the case. */
  defer(end: () => Promise<void>): void {
    this.#ends.push(end);
  }

  /** The same for all cases: making them takes a second. */
  certificates(): Promise<ServiceCertificates> {
    made ??= makeServiceCertificates();
    return made;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#ends.map((end) => end()));
  }
}
