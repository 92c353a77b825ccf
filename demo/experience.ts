import type { Answer } from './visitor.ts';

/** What users went through for a while. */
export interface Experience {
  readonly answers: number;
  readonly failed: number;
  /** In order, each version once for as long as it was served: `['2.0', '3.0 (errors)', '2.0']`. */
  readonly stages: readonly string[];
}

/** Sums up answers. Pure. */
export function experienceOf(answers: readonly Answer[]): Experience {
  const stages: string[] = [];
  for (const answer of answers) {
    const stage = stageOf(answer);
    if (stage !== stages.at(-1)) stages.push(stage);
  }
  return { answers: answers.length, failed: answers.filter(({ isGood }) => !isGood).length, stages };
}

function stageOf({ version, isGood }: Answer): string {
  if (isGood) return version;
  return version === '' ? 'no answer' : `${version} (errors)`;
}

/** One slice of time. */
export interface Slice {
  /** First digit of the version that answered last, `x` when a request failed, a space without any answer. */
  readonly mark: string;
  readonly isGood: boolean;
}

/** Cuts a time into slices of `sliceMs`, one character each. Pure. */
export function slicesOf(answers: readonly Answer[], sliceMs: number): readonly Slice[] {
  const start = answers[0]?.at ?? 0;
  const slices: Slice[] = [];
  for (const { at, version, isGood } of answers) {
    const index = Math.floor((at - start) / sliceMs);
    while (slices.length <= index) slices.push({ mark: ' ', isGood: true });
    const before = slices[index];
    if (before?.isGood === true) slices[index] = { mark: isGood ? (version[0] ?? ' ') : 'x', isGood };
  }
  return slices;
}
