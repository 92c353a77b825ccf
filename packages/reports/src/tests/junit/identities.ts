import type { TestIdentities } from '../../facts.ts';
import type { XmlAttributes } from '../../xml/attributes.ts';
import { Fingerprint } from '../fingerprint.ts';
import { GrowingNumbers } from '../growing-numbers.ts';
import type { Case } from './case.ts';
import { FAILED, PASSED } from './outcome.ts';

/** Keeps who passed and who failed: name, class (or suite), and file. */
export class Identities {
  readonly #fingerprint = new Fingerprint();
  readonly #passed = new GrowingNumbers();
  readonly #failed = new GrowingNumbers();
  readonly #recovered = new GrowingNumbers();

  /** The identity of the case that begins here; undefined for one without a name, which could be any. */
  of(attributes: XmlAttributes, suite: string): number | undefined {
    if (!attributes.has('name')) return undefined;
    this.#fingerprint.reset();
    attributes.addTo(this.#fingerprint, 'name');
    this.#fingerprint.next();
    if (attributes.has('classname')) attributes.addTo(this.#fingerprint, 'classname');
    else this.#fingerprint.addText(suite);
    this.#fingerprint.next();
    attributes.addTo(this.#fingerprint, 'file');
    return this.#fingerprint.value();
  }

  add(identity: number, { outcome, hasRecovered }: Case): void {
    if (outcome >= FAILED) this.#failed.add(identity);
    else if (outcome === PASSED) {
      this.addPassed(identity);
      if (hasRecovered) this.#recovered.add(identity);
    }
  }

  addPassed(identity: number): void {
    this.#passed.add(identity);
  }

  finish(): TestIdentities {
    return { passed: this.#passed.finish(), failed: this.#failed.finish(), recovered: this.#recovered.finish() };
  }
}
